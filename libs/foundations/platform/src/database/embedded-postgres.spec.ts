import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readdirSync, readlinkSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { type EmbeddedPostgres, findEmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres';
import { asNobody } from './postgres-account';

let folder: string;
let started: EmbeddedPostgres[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'facet-embedded-'));
  started = [];
});
afterEach(async () => {
  for (const server of started) await server.stop().catch(() => undefined); // stopped by the test itself, or the same server twice
  await rm(folder, { recursive: true, force: true });
});
const start = async (options: Parameters<typeof startEmbeddedPostgres>[1] = { fast: true }, at = folder): Promise<EmbeddedPostgres> => {
  const server = await startEmbeddedPostgres(at, options);
  started.push(server);
  return server;
};

async function ask(url: string, sql: string): Promise<object[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<object>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Ids of the processes that work in this folder: PostgreSQL's all do, whatever they call themselves. */
const processesOf = (place: string): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && workingFolder(name).startsWith(place))
    .map(Number);
function workingFolder(id: string): string {
  try {
    return readlinkSync(`/proc/${id}/cwd`);
  } catch {
    return ''; // it has ended since the folder was listed
  }
}
const fromOutside = (url: string, user: string, password: string): string =>
  url.replace(/\/\/.*@/, password === '' ? `//${user}@` : `//${user}:${password}@`);

test('it starts, and the product’s login is no superuser and owns its database', async () => {
  const { url } = await start();
  expect(await ask(url, `select current_user, rolsuper, current_database() from pg_roles where rolname = current_user`)).toEqual([
    { current_user: 'facet', rolsuper: false, current_database: 'facet' },
  ]);
});

test('nobody enters without its password, not even from this machine', async () => {
  const { url, superuserUrl } = await start();
  for (const [address, user] of [
    [url, 'facet'],
    [superuserUrl, 'postgres'],
  ] as const)
    for (const password of ['', 'postgres', 'facet']) await expect(ask(fromOutside(address, user, password), 'select 1')).rejects.toThrow();
  const rules = await readFile(join(folder, 'postgres', 'files', 'pg_hba.conf'), 'utf8');
  expect(rules).not.toMatch(/^[^#]*\b(trust|ident|peer|password)\s*$/m);
  expect((await stat(join(folder, 'postgres', 'password'))).mode & 0o777).toBe(0o600);
});

test('it listens on this machine alone', async () => {
  const { superuserUrl } = await start();
  expect(await ask(superuserUrl, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
});

test('a second start takes the running server up, with what is in it', async () => {
  const first = await start();
  await ask(first.url, 'create table kept ()');
  const second = await start();
  expect(second.url).toBe(first.url);
  expect(await ask(second.url, `select to_regclass('kept') is not null as kept`)).toEqual([{ kept: true }]);
});

test('a second Facet in the same folder is told so and leaves the server to the first; once that is gone, killed even, it may start', async () => {
  const first = await start({ fast: true, alone: true });
  await expect(start({ fast: true, alone: true })).rejects.toThrow(
    `Facet already runs in ${folder}, and goes on. Stop it first, or set FACET_DATA to another folder for a second one.`,
  );
  expect(await ask(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  const holder = (await ask(first.superuserUrl, `select pid from pg_locks where locktype = 'advisory'`)) as [{ pid: number }];
  await ask(first.superuserUrl, `select pg_terminate_backend(${holder[0].pid}, 10000)`); // what PostgreSQL does when its client dies
  const second = await start({ fast: true, alone: true });
  expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('three starts at once end at one server, the first time and every other', async () => {
  for (let time = 0; time < 3; time++) {
    const servers = await Promise.all([start(), start(), start()]);
    expect(new Set(servers.map(({ url }) => url)).size).toBe(1);
    expect(await readdir(folder)).toEqual(['postgres']);
    await servers[0].stop();
  }
});

test('stopping it leaves no process behind, and the next start finds the data again', async () => {
  const first = await start();
  await ask(first.url, 'create table kept ()');
  expect(processesOf(folder).length).toBeGreaterThan(3);
  await first.stop();
  expect(processesOf(folder)).toEqual([]);
  const { url } = await start();
  expect(await ask(url, `select to_regclass('kept') is not null as kept`)).toEqual([{ kept: true }]);
});

test('what was committed survives the server being killed', async () => {
  const first = await start({});
  await ask(first.url, 'create table kept ()');
  for (const id of processesOf(folder)) process.kill(id, 'SIGKILL');
  while (processesOf(folder).length > 0) await setTimeout(20); // the kernel ends them when it gets round to it
  const { url } = await start({});
  expect(await ask(url, `select to_regclass('kept') is not null as kept`)).toEqual([{ kept: true }]);
});

test('a first start that was killed half-way does not stand in the way of the next', async () => {
  await mkdir(join(folder, 'postgres-unfinished-A1b2C3', 'files', 'base'), { recursive: true });
  expect(await ask((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('another program finds it while it runs, and is told where it does not', async () => {
  expect(await findEmbeddedPostgres(folder)).toBeNull();
  const server = await start();
  expect(await findEmbeddedPostgres(folder)).toBe(server.url);
  await server.stop();
  expect(await findEmbeddedPostgres(folder)).toBeNull();
});

test('row 84: what somebody typed is not in its log', async () => {
  const { url } = await start();
  await expect(ask(url, `select 'CANARY' from nowhere`)).rejects.toThrow();
  await ask(url, `create table one (name text unique); insert into one values ('CANARY')`);
  await expect(ask(url, `insert into one values ('CANARY')`)).rejects.toThrow('duplicate key');
  const log = await readFile(join(folder, 'postgres', 'server-log'), 'utf8');
  expect(log).toContain('duplicate key');
  expect(log).not.toContain('CANARY');
});

describe('for root, whom PostgreSQL refuses to be', () => {
  const asRoot = process.getuid?.() === 0 ? test : test.skip;

  asRoot('it works in a folder that is closed to everybody else', async () => {
    const closed = join(folder, 'closed');
    await mkdir(join(closed, 'data'), { recursive: true });
    await chmod(closed, 0o700);
    expect(await ask((await start({ fast: true }, join(closed, 'data'))).url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  asRoot('where the kernel allows no user namespaces it runs as nobody, from a copy, and says where the data is', async () => {
    const account = await asNobody(folder, join(folder, 'shared'));
    await chmod(folder, 0o755);
    const server = await start({ fast: true, account });
    const owners = await Promise.all(processesOf(folder).map(async (id) => (await stat(`/proc/${id}`)).uid));
    expect(new Set(owners)).toEqual(new Set([65_534]));
    expect(server.notice).toContain(`its data is in ${join(folder, 'shared', 'data-')}`);
    await ask(server.url, 'create table kept ()');
    await server.stop();
    const again = await start({ fast: true, account: await asNobody(folder, join(folder, 'shared')) });
    expect(await ask(again.url, `select to_regclass('kept') is not null as kept`)).toEqual([{ kept: true }]);
    expect((await readdir(join(folder, 'shared'))).toSorted()).toEqual([
      expect.stringMatching(/^data-[\da-f]{12}$/),
      expect.stringMatching(/^programs-18\./),
    ]);
  });
});
