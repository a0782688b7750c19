import { afterAll, expect, test } from '@jest/globals';
import { dataSource, migrate } from '@facet/platform';
import { testDatabase } from '@facet/testing';
import pg from 'pg';

const db = await testDatabase();
afterAll(() => db.drop());

/** A second, empty database on the same server: the roles are there already. */
async function emptyDatabase(name: string): Promise<string> {
  const superuser = new pg.Client(db.superuserUrl);
  await superuser.connect();
  await superuser.query(`create database ${name} owner facet`);
  await superuser.end();
  return db.url.replace(/\/facet$/, `/${name}`);
}
const names = (source: { query(sql: string): Promise<unknown> }): Promise<unknown> =>
  source.query('select name, count(*)::int as times from migration group by name order by name');

test('ten processes that start at once on an empty database make it once, and all of them can work', async () => {
  const url = await emptyDatabase('many');
  const sources = await Promise.all([...Array(10).keys()].map(() => dataSource(url, 2).initialize()));
  await Promise.all(sources.map((source) => migrate(source)));
  for (const source of sources) expect(await names(source)).toEqual(await names(db.source));
  await Promise.all(sources.map((source) => source.destroy()));
});

test('a process that starts on a database that is up to date changes nothing', async () => {
  const before = await db.dump();
  await migrate(db.source);
  expect(await db.dump()).toBe(before);
});

test('two databases of one server share the roles, and each sees only itself', async () => {
  const source = await dataSource(await emptyDatabase('second'), 2).initialize();
  await migrate(source);
  expect(await names(source)).toEqual(await names(db.source));
  await source.destroy();
});

test('they only go forward, because going back would drop answers', async () => {
  await expect(db.source.undoLastMigration()).rejects.toThrow('Restore a backup to go back.');
});
