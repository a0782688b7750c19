import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { startEmbeddedPostgres } from '@facet/platform';
import { installDemoClock, keepDemoApart } from '@facet/server-operate';
import { testDatabase, testSchool } from '@facet/testing';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recorded } from '../recorded';

const folder = await mkdtemp(join(tmpdir(), 'facet-init-'));
const file = join(folder, 'settings.yaml');
await writeFile(
  file,
  `name: Hill Street School
administrator-name: Ruth Vale
administrator-email: ruth.vale@school.example
controller: Hill Street School, 1 Hill Street
purpose: To help our leaders learn.
contact: Pat Lowe, pat.lowe@school.example
safeguarding-contact: Jo Park, extension 204
zone: Europe/London
domains: [school.example, trust.example]
`,
);
const usual = { ...process.env };
const db = await testDatabase();
beforeEach(() => {
  Object.assign(process.env, {
    DATABASE_URL: db.url,
    PUBLIC_URL: 'https://feedback.school.example',
    SMTP_URL: 'smtp://127.0.0.1:9',
    FACET_MAIL_FROM: 'Feedback <feedback@school.example>',
    FACET_SECRET: 'a9Kd03jf8sLq71mZx0PwEr56TyUiOpQb',
  });
});
afterEach(async () => {
  process.env = { ...usual };
  // With the organisation goes its audit log, which nobody else may empty.
  await db.source.query(`alter table audit.entry disable trigger log_is_kept; truncate people.organisation, access.one_time_link cascade;
    alter table audit.entry enable trigger log_is_kept`);
});
afterAll(async () => {
  await db.drop();
  await rm(folder, { recursive: true });
});

const organisations = async (): Promise<string[]> =>
  (await db.source.query<{ name: string }[]>('select name from people.organisation order by name')).map(({ name }) => name);
const refused = async (...words: string[]): Promise<string> => refusedOn(db, ...words);
const refusedOn = async (database: typeof db, ...words: string[]): Promise<string> => {
  const before = await database.dump();
  const { code, printed, reported } = await recorded('init', ...words);
  expect({ code, printed }).toEqual({ code: 1, printed: '' });
  expect(reported).toMatch(/Nothing was made\.$/);
  expect(await database.dump()).toBe(before);
  return reported;
};

test('an organisation of one’s own is made from a file of settings, with the seven qualities and a link for its administrator', async () => {
  const { code, printed, reported } = await recorded('init', '--settings', file);
  expect(code).toBe(0);
  expect(printed).toMatch(/^https:\/\/feedback\.school\.example\/first-sign-in#[\w-]{22}$/);
  expect(reported).toContain('Made: Hill Street School');
  expect(await organisations()).toEqual(['Hill Street School']);
  const [framework] = await db.source.query<{ qualities: number }[]>(
    `select jsonb_array_length(content -> 'qualities') as qualities from people.framework`,
  );
  expect(framework?.qualities).toBe(7);
});

test('an option counts before the file, and a second organisation is made only with --another', async () => {
  await recorded('init', '--settings', file);
  expect(await refused('--settings', file, '--name', 'Valley School')).toContain('--another');
  expect((await recorded('init', '--settings', file, '--name', 'Valley School', '--another')).code).toBe(0);
  expect(await organisations()).toEqual(['Hill Street School', 'Valley School']);
});

test('whatever is missing, wrong or not known is said line by line', async () => {
  expect((await refused()).split('\n')).toHaveLength(10); // nine settings without a usual value
  const wrong = await refused('--settings', file, '--zone', 'Mars/Olympus', '--retention-months', '0');
  expect(wrong.split('\n').map((line) => line.split(':')[0])).toEqual(['retention-months', 'zone', 'Nothing was made.']);
  await writeFile(join(folder, 'odd.yaml'), 'colour: blue\n');
  expect(await refused('--settings', join(folder, 'odd.yaml'))).toContain('colour: There is no such setting.');
  expect(await refused('--settings', join(folder, 'none.yaml'))).toContain('There is no such file.');
  expect(await refused('--settings', file, '--framework', file)).toContain('settings.yaml:1:1');
});

test('mix-up: where the start would be a demo, no organisation of one’s own is made', async () => {
  Reflect.deleteProperty(process.env, 'SMTP_URL');
  expect(await refused('--settings', file)).toContain('SMTP_URL is missing');
});

test('mix-up: the secret of the demo is refused', async () => {
  process.env['FACET_SECRET'] = 'a secret of the demo mode, which real mail refuses';
  expect(await refused('--settings', file)).toContain('FACET_SECRET is the one of the demo mode');
});

test('mix-up: a demo’s database stays a demo’s, school or no school', async () => {
  const demo = await testDatabase();
  process.env['DATABASE_URL'] = demo.url;
  await installDemoClock(demo.source);
  expect(await refusedOn(demo, '--settings', file)).toContain('made in demo mode');
  await testSchool(demo);
  expect(await refusedOn(demo, '--settings', file)).toContain('made in demo mode');
  expect(await refusedOn(demo, '--settings', file, '--another')).toContain('made in demo mode');
  await demo.drop();
});

test('mix-up: a database with an organisation of one’s own is never opened as a demo, nor its clock moved', async () => {
  await recorded('init', '--settings', file);
  await expect(keepDemoApart(db.source, true)).rejects.toThrow('SMTP_URL is missing');
  await keepDemoApart(db.source, false);
  Reflect.deleteProperty(process.env, 'SMTP_URL');
  expect(await recorded('demo', 'later', '3d')).toMatchObject({ code: 1, printed: '' });
});

test('before the first start it sets the database up itself, and stops what it started', async () => {
  Reflect.deleteProperty(process.env, 'DATABASE_URL');
  const data = join(folder, 'data');
  process.env['FACET_DATA'] = data;
  expect((await recorded('init', '--settings', file)).code).toBe(0);
  expect((await recorded('framework', 'publish', file)).reported).not.toContain('Published');
  expect((await recorded('doctor')).reported).toContain('Facet is not running');
  const postgres = await startEmbeddedPostgres(data);
  await postgres.stop();
  expect((await recorded('init', '--settings', file)).reported).toContain('There is an organisation here already');
});

test('a database that does not answer is said', async () => {
  process.env['DATABASE_URL'] = 'postgres://facet:x@127.0.0.1:9/facet';
  expect((await recorded('init', '--settings', file)).reported).toBe('DATABASE_URL leads to no database that answers.\nNothing was made.');
});

test.each([['now'], ['--colour=blue'], ['--name']])('facet init %s is not understood', async (...words) => {
  expect((await recorded('init', ...words)).code).toBe(2);
});
