import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { createLogger, readConfiguration } from '@facet/platform';
import { installDemoClock } from '@facet/server-operate';
import { testDatabase, testSchool } from '@facet/testing';
import { start } from './start';

const data = await mkdtemp(join(tmpdir(), 'facet-start-'));
afterAll(() => rm(data, { recursive: true }));

const real = {
  ...{ SMTP_URL: 'smtp://127.0.0.1:9', PUBLIC_URL: 'https://feedback.school.example', FACET_MAIL_FROM: 'F <f@school.example>' },
  FACET_SECRET: 'k3Jq8Zt1Lw6Vx0Bn5Ry9Pd2Hs7Mf4GcTe',
};
const starting = (url: string, variables: Readonly<Record<string, string>> = {}) => {
  const read = readConfiguration({ DATABASE_URL: url, FACET_DATA: data, PORT: '0', ...variables });
  if (!read.ok) throw new Error(read.faults.join('\n'));
  return start(read.configuration, createLogger('silent'), { site: data, content: data });
};

test('mix-up: a start that has lost its mail server opens no demo on an organisation’s own database', async () => {
  const db = await testDatabase();
  await testSchool(db);
  const before = await db.dump();
  await expect(starting(db.url)).rejects.toThrow('SMTP_URL is missing, and this database holds a school that is no demo.');
  expect(await db.dump()).toBe(before);
  expect(await readdir(data)).toEqual([]);
  await db.drop();
});

test('mix-up: a start with a mail server sends nothing from a demo’s database', async () => {
  const db = await testDatabase();
  await installDemoClock(db.source);
  await testSchool(db);
  const before = await db.dump();
  await expect(starting(db.url, real)).rejects.toThrow('This database was made in demo mode.');
  expect(await db.dump()).toBe(before);
  await db.drop();
});
