import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import PostalMime, { type Email } from 'postal-mime';

/** The product as `npm start` runs it, with data of its own, and the mail that it really received. */
export interface Stack {
  readonly address: string;
  readonly data: string;
  /** Mails to this address, oldest first. */
  mails(to: string): Promise<Email[]>;
  /** The newest mail to this address whose subject matches; waits for it. */
  mail(to: string, subject: RegExp): Promise<Email>;
  /** Runs the command line beside it: `facet demo later 3d`. */
  facet(...words: string[]): Promise<string>;
}

const root = join(import.meta.dirname, '../../..');

/** Everybody's environment but for what would lead out of the demo. */
const environment = (data: string): NodeJS.ProcessEnv => {
  const { PATH, HOME, LANG } = process.env;
  return { PATH, HOME, LANG, FACET_DATA: data };
};

export const test = base.extend<object, { stack: Stack }>({
  stack: [
    async ({}, use) => {
      const data = await mkdtemp(join(tmpdir(), 'facet-journeys-'));
      const server = spawn(process.execPath, ['--enable-source-maps', 'dist/apps/server/main.js'], { cwd: root, env: environment(data) });
      try {
        await use(await whenReady(server, data));
      } finally {
        const ended = new Promise((resolve) => server.once('exit', resolve));
        server.kill('SIGTERM');
        await ended;
        await rm(data, { recursive: true, force: true });
      }
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

export { expect } from '@playwright/test';

async function whenReady(server: ChildProcess, data: string): Promise<Stack> {
  const said: string[] = [];
  const address = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said.push(chunk.toString());
      const [, url] = /ready at (\S+)/.exec(said.join('')) ?? [];
      if (url !== undefined) resolve(url);
    };
    server.stdout?.on('data', listen);
    server.stderr?.on('data', listen);
    server.once('exit', () => reject(new Error(`the server ended before it was ready:\n${said.join('')}`)));
  });
  const stack: Stack = {
    address,
    data,
    mails: (to) => readMails(data, to),
    mail: async (to, subject) => {
      for (let tries = 0; tries < 150; tries++) {
        const found = (await readMails(data, to)).findLast((mail) => subject.test(mail.subject ?? ''));
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      const subjects = (await readMails(data, to)).map((mail) => mail.subject).join('; ');
      throw new Error(`no mail to ${to} with ${String(subject)}; there are: ${subjects}`);
    },
    facet: (...words) => runFacet(data, words),
  };
  return stack;
}

async function readMails(data: string, to: string): Promise<Email[]> {
  const folder = join(data, 'mailbox');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort();
  const mails = await Promise.all(names.map(async (name) => PostalMime.parse(await readFile(join(folder, name)))));
  return mails.filter((mail) => mail.to?.some((recipient) => recipient.address === to));
}

function runFacet(data: string, words: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['dist/apps/cli/main.js', ...words], { cwd: root, env: environment(data) });
    let output = '';
    let complaint = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.once('exit', (code) => (code === 0 ? resolve(output) : reject(new Error(`facet ${words.join(' ')}: ${complaint}`))));
  });
}

/** The personal link in an invitation. */
export function linkIn(mail: Email): string {
  const [link] = /https?:\/\/\S+\/s#[0-9A-Z]{26}/.exec(mail.text ?? '') ?? [];
  if (link === undefined) throw new Error(`no link in “${mail.subject ?? ''}”`);
  return link;
}

/** The six digits of a sign-in mail. */
export function codeIn(mail: Email): string {
  const [, code] = /\b(\d{6})\b/.exec(mail.text ?? '') ?? [];
  if (code === undefined) throw new Error(`no code in “${mail.subject ?? ''}”`);
  return code;
}
