import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './free-port';
import type { Account } from './postgres-account';

const run = promisify(execFile);

/** One folder of PostgreSQL: its files, the password of its server, and the server that may be running on them. */
export class Cluster {
  private readonly files: string;

  constructor(private readonly account: Account) {
    this.files = join(account.folder, 'files');
  }

  exists(): boolean {
    return existsSync(this.files);
  }

  /** `fast`: nothing is forced to the disk. Killed half-way it leaves a folder beside, never half a cluster in the place of a whole one. */
  async make(fast: boolean): Promise<void> {
    const { folder } = this.account;
    await mkdir(dirname(folder), { recursive: true });
    const unfinished = await mkdtemp(`${folder}-unfinished-`);
    try {
      await this.fill(unfinished, fast);
      await rename(unfinished, folder);
    } catch (error) {
      await rm(unfinished, { recursive: true, force: true });
      if (!this.exists()) throw error; // otherwise another process has been faster, and its cluster will do
    }
  }

  private async fill(folder: string, fast: boolean): Promise<void> {
    const password = join(folder, 'password');
    await writeFile(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
    for (const path of [folder, password]) await this.account.own(path);
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const secure = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${password}`];
    await this.call('initdb', '-D', join(folder, 'files'), ...(fast ? ['--no-sync'] : []), ...secure, ...locale);
  }

  isRunning(): Promise<boolean> {
    return this.call('pg_ctl', '-D', this.files, 'status').then(
      () => true,
      () => false, // status 3 or 4; whatever else is wrong, the start says so
    );
  }

  async start(fast: boolean): Promise<void> {
    const settings = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      max_connections: '200',
      // What somebody typed must not reach the log: a statement, or the detail of an error ("Key (email)=(…) already exists").
      log_min_error_statement: 'panic',
      log_error_verbosity: 'terse',
      ...(fast && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    };
    const flags = Object.entries({ port: String(await freePort()), ...settings }).map(([name, value]) => `-c ${name}=${value}`);
    const log = join(this.account.folder, 'server-log');
    try {
      await this.call('pg_ctl', '-D', this.files, '-w', '-t', '120', '-o', flags.join(' '), '-l', log, 'start');
    } catch (error) {
      if (!(await this.isRunning())) throw error; // otherwise another process has been faster, and its server will do
    }
  }

  async stop(): Promise<void> {
    await this.call('pg_ctl', '-D', this.files, '-w', '-m', 'fast', 'stop');
  }

  /** The address of a database of the running server. The fourth line of postmaster.pid is the port (src/include/utils/pidfile.h). */
  async address(user: string, database: string): Promise<string> {
    const password = await this.password();
    const port = (await readFile(join(this.files, 'postmaster.pid'), 'utf8')).split('\n')[3];
    if (!port) throw new Error(`${this.files}/postmaster.pid names no port`);
    return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
  }

  password(): Promise<string> {
    return readFile(join(this.account.folder, 'password'), 'utf8');
  }

  private call(program: 'initdb' | 'pg_ctl', ...words: string[]): Promise<unknown> {
    const [file = '', ...prefix] = this.account.command(program);
    return run(file, [...prefix, ...words], { cwd: '/', ...this.account.identity });
  }
}
