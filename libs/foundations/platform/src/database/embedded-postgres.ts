import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { type Account, chooseAccount } from './postgres-account';

const run = promisify(execFile);

export interface EmbeddedPostgres {
  /** Connects as the owner of the database `facet`, who is no superuser. */
  readonly url: string;
  /** The same server's superuser, on its maintenance database: for tests, which make databases of their own. */
  readonly superuserUrl: string;
  /** Said to the person who starts it where the files are not where they asked for. */
  readonly notice: string | null;
  stop(): Promise<void>;
}

interface Options {
  /** No fsync: for tests, whose data may vanish with the machine. */
  readonly fast?: boolean;
  readonly account?: Account;
}

/**
 * The PostgreSQL 18 that npm installed, in `folder`, on a free port of the loopback interface, with a password of its own.
 * It outlives a killed server and is then taken up again; `stop` ends it.
 */
export async function startEmbeddedPostgres(folder: string, options: Options = {}): Promise<EmbeddedPostgres> {
  const account = options.account ?? (await chooseAccount(folder));
  const { data } = account;
  const call = (program: 'initdb' | 'pg_ctl', ...words: string[]) => {
    const [file = '', ...prefix] = account.command(program);
    return run(file, [...prefix, ...words], { cwd: '/', ...account.identity });
  };
  const passwordFile = join(data, '..', 'postgres-password');
  if (!existsSync(join(data, 'PG_VERSION'))) {
    await mkdir(data, { recursive: true });
    await account.own(data);
    await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
    await account.own(passwordFile);
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const secure = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
    await call('initdb', '-D', data, '--no-sync', ...secure, ...locale);
  }
  const password = (await readFile(passwordFile, 'utf8')).trim();
  const running = await call('pg_ctl', '-D', data, 'status').catch(() => undefined);
  if (!running) {
    const durability = options.fast ? ' -c fsync=off -c synchronous_commit=off -c full_page_writes=off' : '';
    const flags = `-p ${await freePort()} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200${durability}`;
    await call('pg_ctl', '-D', data, '-w', '-t', '120', '-o', flags, '-l', join(data, 'server-log'), 'start');
  }
  const url = (user: string, database: string, port: string): string => `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
  const port = await portOf(data);
  const superuserUrl = url('postgres', 'postgres', port);
  await createOwner(superuserUrl, password);
  return {
    url: url('facet', 'facet', port),
    superuserUrl,
    notice: account.notice,
    stop: () => call('pg_ctl', '-D', data, '-w', '-m', 'fast', 'stop').then(() => undefined),
  };
}

/** Where a server started in `folder` by another process can be reached; null where none runs. */
export async function findEmbeddedPostgres(folder: string): Promise<string | null> {
  const { data } = await chooseAccount(folder);
  try {
    const password = (await readFile(join(data, '..', 'postgres-password'), 'utf8')).trim();
    return `postgres://facet:${password}@127.0.0.1:${await portOf(data)}/facet`;
  } catch {
    return null; // no password or no postmaster.pid: nothing was ever started here, or it has been stopped
  }
}

/** The fourth line of postmaster.pid is the port (PostgreSQL, src/include/utils/pidfile.h). */
async function portOf(data: string): Promise<string> {
  const port = (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')[3];
  if (!port) throw new Error(`${data}/postmaster.pid names no port`);
  return port;
}

async function createOwner(superuserUrl: string, password: string): Promise<void> {
  const client = new pg.Client(superuserUrl);
  await client.connect();
  try {
    const { rowCount } = await client.query(`select from pg_roles where rolname = 'facet'`);
    if (!rowCount) await client.query(`create role facet login createrole password ${pg.escapeLiteral(password)}`);
    const { rowCount: exists } = await client.query(`select from pg_database where datname = 'facet'`);
    if (!exists) await client.query('create database facet owner facet');
  } finally {
    await client.end();
  }
}

export async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  return address.port;
}
