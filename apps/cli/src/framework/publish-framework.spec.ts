import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { testDatabase, testSchool } from '@facet/testing';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recorded } from '../recorded';

const db = await testDatabase();
afterAll(() => db.drop());
const school = await testSchool(db);
const folder = await mkdtemp(join(tmpdir(), 'publish-'));
const file = join(folder, 'ours.yaml');

const { DATABASE_URL: before, FACET_DATA: dataBefore } = process.env;
beforeEach(() => {
  process.env['DATABASE_URL'] = db.url;
});
afterEach(() => {
  for (const [name, value] of Object.entries({ DATABASE_URL: before, FACET_DATA: dataBefore }))
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
});

const stored = async (name: string): Promise<number> => {
  const rows = await db.source.query<unknown[]>('select from people.framework where name = $1', [name]);
  return rows.length;
};

test('a framework is published once, and a second time nothing is changed', async () => {
  await writeFile(file, JSON.stringify({ ...school.framework.content, name: 'Ours' }));
  const first = await recorded('framework', 'publish', file);
  const second = await recorded('framework', 'publish', file);
  expect(first).toMatchObject({ code: 0, printed: 'Published for Hill Street School: “Ours”, version 1. Leaders can launch on it now.' });
  expect(second.code).toBe(0);
  expect(second.printed).toContain('Nothing was changed.');
  expect(await stored('Ours')).toBe(1);
});

test('a worksheet document can be imported and published in one go, where Facet runs on its own database', async () => {
  Reflect.deleteProperty(process.env, 'DATABASE_URL');
  process.env['FACET_DATA'] = db.folder;
  const document = join(folder, 'worksheets.txt');
  await writeFile(document, 'Definition\tLeading by listening\n1\tHears people out.\n1.1\tLets others finish.\n');
  const { code, printed, reported } = await recorded('framework', 'import', document, '--publish');
  expect(code).toBe(0);
  expect(printed).toBe('Published for Hill Street School: “Worksheets”, version 1. Leaders can launch on it now.');
  expect(reported).toContain('1 quality with 1 behaviour');
});

test('a file with errors is not published', async () => {
  await writeFile(file, JSON.stringify({ ...school.framework.content, name: 'Wrong', qualities: [] }));
  expect(await recorded('framework', 'publish', file)).toMatchObject({ code: 1, printed: '' });
  expect(await stored('Wrong')).toBe(0);
});

test('where there are several organisations one must be named', async () => {
  await testSchool(db, 'twin.test');
  await db.source.query(`update people.organisation set name = 'Valley School' where 'twin.test' = any (domains)`);
  await writeFile(file, JSON.stringify({ ...school.framework.content, name: 'Named' }));
  const unnamed = await recorded('framework', 'publish', file);
  expect(unnamed).toMatchObject({ code: 1, printed: '' });
  expect(unnamed.reported).toContain('“Valley School”');
  expect((await recorded('framework', 'publish', file, '--organisation', 'Nobody’s School')).code).toBe(1);
  expect(await stored('Named')).toBe(0);
  const named = await recorded('framework', 'publish', file, '--organisation', 'Valley School');
  expect(named.printed).toContain('Published for Valley School');
  expect(await stored('Named')).toBe(1);
});

test('where Facet is not running it says how to start it', async () => {
  Reflect.deleteProperty(process.env, 'DATABASE_URL');
  process.env['FACET_DATA'] = folder;
  await writeFile(file, JSON.stringify(school.framework.content));
  const { code, reported } = await recorded('framework', 'publish', file);
  expect(code).toBe(1);
  expect(reported).toContain('Start it with npm start, or set DATABASE_URL. Nothing was changed.');
});

test.each([
  ['a database that does not answer', () => 'postgres://facet:x@127.0.0.1:9/facet', 'DATABASE_URL leads to no database that answers'],
  ['a database of something else', () => db.superuserUrl.replace(/\/facet$/, '/postgres'), 'has not been set up for Facet'],
  ['no address of a database', () => 'mysql://here', 'DATABASE_URL looks like postgres://'],
])('%s is said in a sentence', async (_, url, words) => {
  process.env['DATABASE_URL'] = url();
  await writeFile(file, JSON.stringify(school.framework.content));
  const { code, reported } = await recorded('framework', 'publish', file);
  expect(code).toBe(1);
  expect(reported).toContain(words);
});
