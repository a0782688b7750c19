import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Email } from 'postal-mime';
import { readMails, waitForMail } from './mailbox';

const root = join(import.meta.dirname, '../../../..');

/** The built product as `npm start` runs it, in a process and a data folder of its own. */
export class Product {
  private constructor(
    readonly address: string,
    readonly data: string,
    private server: ChildProcess,
    private readonly said: string[],
    private readonly environment: NodeJS.ProcessEnv,
  ) {}

  /** `before` may use the command line on the new data folder before the first start. */
  static async start(extra: Readonly<Record<string, string>> = {}, before?: (facet: CommandLine) => Promise<unknown>): Promise<Product> {
    const data = await mkdtemp(join(tmpdir(), 'facet-product-'));
    const env = { ...environmentOf(data), ...extra };
    await before?.((...words) => commandLine(env, words));
    const said: string[] = [];
    const { server, address } = await run(env, said);
    return new Product(address, data, server, said, env);
  }

  /** Everything that the process has written to standard output and standard error. */
  get log(): string {
    return this.said.join('');
  }

  /** Mails to this address, or to everybody, oldest first. */
  mails(to?: string): Promise<Email[]> {
    return readMails(this.data, to);
  }

  /** The newest mail to this address whose subject matches; waits for it. */
  mail(to: string, subject: RegExp): Promise<Email> {
    return waitForMail(this.data, to, subject);
  }

  /** Runs the command line beside it, for instance `facet('demo', 'later', '3d')`; its standard output. */
  facet(...words: string[]): Promise<string> {
    return commandLine(this.environment, words);
  }

  /** Ends the process as Ctrl-C would; its data stays. */
  async pause(): Promise<void> {
    const ended = new Promise((resolve) => this.server.once('exit', resolve));
    this.server.kill('SIGTERM');
    await ended;
  }

  /** Starts it again after a pause, on its data and at its address. */
  async resume(): Promise<void> {
    const { server } = await run({ ...this.environment, PORT: new URL(this.address).port }, this.said);
    this.server = server;
  }

  /** Ends the process as Ctrl-C would, and takes its data away. */
  async stop(): Promise<void> {
    await this.pause();
    await rm(this.data, { recursive: true, force: true });
  }
}

/** Runs the built product until it is ready; everything that it writes is added to `said`. */
async function run(env: NodeJS.ProcessEnv, said: string[]): Promise<{ server: ChildProcess; address: string }> {
  const server = spawn(process.execPath, ['--enable-source-maps', 'dist/apps/server/main.js'], { cwd: root, env });
  const before = said.length;
  const address = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said.push(chunk.toString());
      const [, url] = /ready at (\S+)/.exec(said.slice(before).join('')) ?? [];
      if (url !== undefined) resolve(url);
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.once('exit', () => reject(new Error(`the product ended before it was ready:\n${said.join('')}`)));
  });
  return { server, address };
}

/** Nothing of the caller's environment that would lead out of the demo. */
const environmentOf = (data: string): NodeJS.ProcessEnv => {
  const { PATH, HOME, LANG } = process.env;
  return { PATH, HOME, LANG, FACET_DATA: data };
};

/** `facet` and these words; its standard output. */
export type CommandLine = (...words: string[]) => Promise<string>;

const commandLine = (env: NodeJS.ProcessEnv, words: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['dist/apps/cli/main.js', ...words], { cwd: root, env });
    let output = '';
    let complaint = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.once('exit', (code) => (code === 0 ? resolve(output) : reject(new Error(`facet ${words.join(' ')}: ${complaint}`))));
  });
