import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Metrics, Tick } from '@facet/server-operate';
import { testSchool } from '@facet/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { parse } from 'yaml';
import { AppUnderTest } from './app-under-test';

let under: AppUnderTest;
beforeAll(async () => {
  under = await AppUnderTest.open();
}, 120_000);
afterAll(() => under.close());

const figures = (): Promise<string> => under.app.get(Metrics).text();
const valueOf = (text: string, name: string): number | undefined => {
  const [, value] = new RegExp(`^${name} (\\S+)$`, 'm').exec(text) ?? [];
  return value === undefined ? undefined : Number(value);
};
const rule = (
  parse(readFileSync(join(import.meta.dirname, '../../../deploy/alarm.yml'), 'utf8')) as {
    groups: { rules: { alert: string; expr: string }[] }[];
  }
).groups.flatMap(({ rules }) => rules);

test('every figure that the alarm asks for is given, and nothing is late in a Facet that has nothing to do', async () => {
  const text = await figures();
  expect(rule).toHaveLength(1);
  const asked = new Set(rule[0]?.expr.match(/facet_\w+/g));
  expect(asked.size).toBe(2);
  for (const name of asked) expect([name, valueOf(text, name)]).toEqual([name, 0]);
  expect(valueOf(text, 'facet_database_up')).toBe(1);
  expect(valueOf(text, 'facet_queue_heard')).toBe(1);
});

test('the age of the last look at what is due begins anew with every look', async () => {
  const age = async (): Promise<number> => valueOf(await figures(), 'facet_tick_age_seconds') ?? NaN;
  const first = await age();
  while ((await age()) < first + 0.05) await setTimeout(10);
  const before = performance.now();
  await under.app.get(Tick).run();
  expect(await age()).toBeLessThan((performance.now() - before) / 1000);
});

test('waits are told by area and kind of answer, of which there are few, and never by address, school or person', async () => {
  const { leader } = await testSchool(under.db);
  const browser = await under.signedIn(leader.email);
  await browser.get('/api/rounds');
  await browser.get(`/api/rounds/${leader.id}`);
  await under.app.inject('/api/no-such-thing');
  await under.app.inject('/healthz');
  const counts = [...(await figures()).matchAll(/^facet_http_request_seconds_count\{(.*)\} (\d+)$/gm)].map(([, labels, count]) => [
    labels,
    count,
  ]);
  expect(counts).toEqual(
    expect.arrayContaining([
      ['area="rounds",status="2xx"', '1'],
      ['area="rounds",status="4xx"', '1'],
    ]),
  );
  const areas = new Set(counts.map(([labels]) => /area="([\w-]+)"/.exec(labels ?? '')?.[1]));
  for (const area of areas) expect(['sign-in', 'report', 'launch', 'rounds', 'organisation', 'other']).toContain(area);
});

test('where the database does not answer, that is a figure, and those that it would have told are missing', async () => {
  const server = new pg.Client(under.db.superuserUrl.replace(/\/facet$/, '/postgres'));
  await server.connect();
  await server.query('alter database facet allow_connections false');
  await server.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = 'facet'`);
  const text = await figures();
  expect([valueOf(text, 'facet_database_up'), valueOf(text, 'facet_mail_oldest_seconds')]).toEqual([0, undefined]);
  await server.query('alter database facet allow_connections true');
  await server.end();
  expect(valueOf(await figures(), 'facet_database_up')).toBe(1);
});
