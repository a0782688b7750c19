import { afterAll, afterEach, expect, test } from '@jest/globals';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateQueue } from '@facet/mail';
import { testDatabase } from '@facet/testing';
import { recorded } from '../recorded';

const db = await testDatabase();
await migrateQueue(db.url);
const usual = { ...process.env };
afterEach(() => {
  process.env = { ...usual };
});
afterAll(() => db.drop());

const set = async (variables: Record<string, string>): Promise<void> => {
  const keys = join(await mkdtemp(join(tmpdir(), 'facet-doctor-')), 'keys');
  Object.assign(process.env, { DATABASE_URL: db.url, FACET_KEYS_DIR: keys, ...variables });
};

test('a sound demo is said to be sound, line by line, with exit code 0', async () => {
  await set({});
  const { code, printed, reported } = await recorded('doctor');
  expect({ code, reported }).toEqual({ code: 0, reported: '' });
  expect(printed).toContain('good database');
  expect(printed).toContain('-    mail server  Demo mode');
});

test('settings that cannot be used are said first, and nothing else is looked at', async () => {
  await set({ SMTP_URL: 'smtp://127.0.0.1:9' });
  const { code, printed, reported } = await recorded('doctor');
  expect({ code, printed }).toEqual({ code: 1, printed: '' });
  expect(reported).toMatch(/^BAD {2}settings {5}.*FACET_SECRET/m);
});

test('what is bad makes the exit code 1 and comes with advice', async () => {
  await set({ REDIS_URL: 'redis://127.0.0.1:1' });
  const { code, printed } = await recorded('doctor');
  expect(code).toBe(1);
  expect(printed).toMatch(/^BAD {2}queue {8}Redis does not answer.*\n {18}→ /m);
});

test.each([
  ['doctor', 'now'],
  ['doctor', '--to'],
  ['doctor', '--verbose'],
])('facet %s %s is not understood', async (...words) => {
  expect((await recorded(...words)).code).toBe(2);
});
