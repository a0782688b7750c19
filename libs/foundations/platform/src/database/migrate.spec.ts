import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { dataSource } from './connect';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres';
import { migrate } from './migrate';

let folder: string;
let server: EmbeddedPostgres;
/** The server's superuser, on a database of its own. */
let above: pg.Client;
let processes: DataSource[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'facet-migrate-'));
  server = await startEmbeddedPostgres(folder, { fast: true });
  above = new pg.Client(server.superuserUrl);
  await above.connect();
}, 120_000);
afterAll(async () => {
  await above.end();
  await server.stop();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  await above.query('drop database facet');
  await above.query('create database facet owner facet');
  processes = [];
});
afterEach(async () => {
  for (const one of processes) await one.destroy();
});

/** What one process of Facet brings to the database when it starts. */
const aProcess = async (): Promise<DataSource> => {
  const source = await dataSource(server.url, 4).initialize();
  processes.push(source);
  return source;
};
const steps = (source: DataSource): Promise<{ name: string }[]> => source.query('select name from migration order by id');
const until = async (sql: string): Promise<{ pid: number }> => {
  for (;;) {
    const { rows } = await above.query<{ pid: number }>(sql);
    if (rows[0]) return rows[0];
    await setTimeout(20);
  }
};
/** Whoever migrates must wait in the middle of it, because somebody else has begun to make one of the tables' homes. */
const inTheWay = async (): Promise<{ out(): Promise<void> }> => {
  const other = new pg.Client(server.url);
  await other.connect();
  await other.query('begin');
  await other.query('create schema post');
  return {
    out: async () => {
      await other.query('rollback');
      await other.end();
    },
  };
};
const MIGRATES = `select pid from pg_stat_activity where datname = 'facet' and wait_event_type = 'Lock' and wait_event <> 'advisory'`;
const WAITS_FOR_IT = `select pid from pg_stat_activity where datname = 'facet' and wait_event = 'advisory'`;

test('row 80: of two processes that start at once on an empty database one makes the tables, and the other waits for them', async () => {
  const [first, second] = [await aProcess(), await aProcess()];
  const way = await inTheWay();
  const both = [migrate(first)];
  await until(MIGRATES);
  both.push(migrate(second));
  await until(WAITS_FOR_IT);
  await way.out();
  await Promise.all(both);
  const done = await steps(second);
  expect(done.map(({ name }) => name)).toEqual(first.migrations.map(({ name }) => name));
}, 60_000);

test('row 80: a start that is cut off while it makes the tables leaves none behind, and the next one makes them all', async () => {
  const first = await aProcess();
  const way = await inTheWay();
  const cutOff = expect(migrate(first)).rejects.toThrow('terminat');
  const { pid } = await until(MIGRATES);
  await above.query('select pg_terminate_backend($1)', [pid]);
  await cutOff;
  await way.out();
  const next = await aProcess();
  expect(await next.query(`select nspname from pg_namespace where nspname in ('platform', 'people', 'post')`)).toEqual([]);
  expect(await steps(next)).toEqual([]);
  await migrate(next);
  expect(await steps(next)).toHaveLength(next.migrations.length);
}, 60_000);

test('row 80: the tables of a later Facet are refused with what to do, and stay as they are', async () => {
  const source = await aProcess();
  await migrate(source);
  await source.query(`insert into migration (timestamp, name) values (1999999999999, 'Later1999999999999')`);
  const before = await steps(source);
  await expect(migrate(await aProcess())).rejects.toThrow(
    /made by a later Facet \(it has “Later1999999999999”.*Nothing has been changed. Start that version again, or restore a backup/,
  );
  expect(await steps(source)).toEqual(before);
}, 60_000);
