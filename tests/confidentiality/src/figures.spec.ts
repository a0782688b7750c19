import { FileVault } from '@facet/answer-links';
import { path } from '@facet/contract';
import { Metrics, OperateModule } from '@facet/server-operate';
import { testApplication, TestBrowser, testConfiguration, testDatabase, testSchool } from '@facet/testing';
import { testRound } from '@facet/testing-rounds';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { modules } from './red-team/product-modules';

// Whoever looks after Facet may read its figures every second. One more of anything would tell that a colleague answers now.
const db = await testDatabase();
const configuration = testConfiguration(db);
let app: NestFastifyApplication;
beforeAll(async () => {
  await db.setClock('2026-11-25T10:00:00Z');
  app = await testApplication(db, [...modules, OperateModule], configuration);
}, 120_000);
afterAll(async () => {
  await app.close();
  await db.drop();
});

/** Memory and stalls belong to the machine, and come in steps too coarse for a request. */
const figures = async (): Promise<string> => (await app.get(Metrics).text()).replaceAll(/^.*facet_process_.*$/gm, '');

test('nothing that a colleague does on the survey changes a figure: neither opening, saving nor sending, nor whatever else they may ask', async () => {
  const school = await testSchool(db);
  const raters = ['Sam', 'Jo', 'Kim'].map((name) => ({ name, group: 'peer' as const }));
  const round = await testRound(db, school, new FileVault(configuration.keysFolder), { raters, launchedAt: '2026-11-24T09:00:00Z' });
  const ask = async (method: 'GET' | 'POST' | 'PUT', url: string, name: string, payload?: object): Promise<number> => {
    const headers = { 'x-facet': '1', authorization: `Bearer ${round.token[name] ?? ''}`, 'content-type': 'application/json' };
    const answer = await app.inject({ method, url, headers, ...(payload && { payload: JSON.stringify(payload) }) });
    return answer.statusCode;
  };
  const before = await figures();
  const done = [
    await ask('GET', path.survey, 'Sam'),
    await ask('PUT', path.answers, 'Sam', { rev: 1, ratings: { '1.1': 4 } }),
    await ask('PUT', path.answers, 'Sam', { rev: 2, ratings: { '1.1': 4, '2.1': 3 } }),
    await ask('POST', path.send, 'Sam', { rev: 2 }),
  ];
  for (const url of Object.values(path).filter((one) => one.startsWith('/s/')))
    for (const method of ['GET', 'PUT', 'POST'] as const) await ask(method, url, 'Jo', method === 'GET' ? undefined : {});
  await app.inject('/s');
  expect(done).toEqual([200, 200, 200, 200]);
  expect(await figures()).toBe(before);
});

test('the same look sees a leader at work', async () => {
  const { leader } = await testSchool(db, 'seen.test');
  const browser = await TestBrowser.signedIn(app, db, leader.email);
  const before = await figures();
  await browser.get(path.rounds);
  expect(await figures()).not.toBe(before);
});
