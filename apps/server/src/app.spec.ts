import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { FileVault } from '@facet/answer-links';
import { createLogger, PERMISSION } from '@facet/platform';
import { RecordingSmtp, TestBrowser, testConfiguration, testDatabase, testSchool, type TestSchool } from '@facet/testing';
import { testRound } from '@facet/testing-rounds';
import { createApp } from './app';

const db = await testDatabase();
const smtp = await RecordingSmtp.start();
const configuration = { ...testConfiguration(db), roles: ['http', 'jobs'] as const, smtpUrl: smtp.url };
let app: NestFastifyApplication;
let here: TestSchool;
let there: TestSchool;
let foreign: string;

beforeAll(async () => {
  app = await createApp({ configuration, source: db.source, log: createLogger('silent') });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  [here, there] = [await testSchool(db, 'here.test'), await testSchool(db, 'there.test')];
  const raters = ['Sam', 'Jo', 'Kim', 'Lee'].map((name) => ({ name, group: 'peer' as const }));
  foreign = (await testRound(db, there, new FileVault(configuration.keysFolder), { raters })).id;
});
afterAll(async () => {
  await app.close();
  await smtp.stop();
  await db.drop();
});

interface Endpoint {
  readonly method: string;
  readonly path: string;
  readonly permissions: readonly string[] | undefined;
}

/** Every handler of every controller of the running application. */
function endpoints(): Endpoint[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => {
    const { prototype } = metatype as { prototype: object };
    const prefix = String(Reflect.getMetadata(PATH_METADATA, metatype as object));
    return Object.getOwnPropertyNames(prototype).flatMap((name) => {
      const handler: unknown = name === 'constructor' ? undefined : Reflect.get(prototype, name);
      const path: unknown = typeof handler === 'function' ? Reflect.getMetadata(PATH_METADATA, handler) : undefined;
      if (typeof handler !== 'function' || typeof path !== 'string') return [];
      const method = RequestMethod[Number(Reflect.getMetadata(METHOD_METADATA, handler))] ?? '';
      const permissions = Reflect.getMetadata(PERMISSION, handler) as readonly string[] | undefined;
      return [{ method, path: `/${prefix}/${path}`.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1'), permissions }];
    });
  });
}

async function signedIn(address: string): Promise<TestBrowser> {
  const session = randomBytes(32).toString('base64url');
  await db.source.query(
    `insert into access.session (hash, address, began_at, seen_at) values ($1, $2, platform.clock(), platform.clock())`,
    [createHash('sha256').update(session).digest(), address],
  );
  return new TestBrowser(app, session);
}

test('every endpoint declares who may call it, and the whole list is this', () => {
  const list = endpoints().map(({ method, path, permissions }) => `${method} ${path}: ${permissions?.join(', ') ?? 'NOBODY SAID'}`);
  expect(list.toSorted()).toEqual([
    'GET /api/demo: anyone',
    'GET /api/launch: leader',
    'GET /api/me: signed-in',
    'GET /api/rounds/:round/report.csv: leader, coach',
    'GET /api/rounds/:round/report: leader, coach',
    'GET /api/rounds/:round/seal: coach',
    'GET /api/rounds/:round: leader, coach',
    'GET /api/rounds: signed-in',
    'GET /healthz: anyone',
    'GET /mailbox/:mail/html: anyone',
    'GET /mailbox/:mail: anyone',
    'GET /mailbox/style.css: anyone',
    'GET /mailbox: anyone',
    'GET /readyz: anyone',
    'GET /s/api/survey: link',
    'POST /api/launch/preview: leader',
    'POST /api/rounds/:round/address: coach',
    'POST /api/rounds/:round/cancel: leader, coach',
    'POST /api/rounds/:round/closing: leader, coach',
    'POST /api/rounds/:round/confirm-colleagues: coach',
    'POST /api/rounds/:round/release: coach',
    'POST /api/rounds/:round/seal: coach',
    'POST /api/rounds: leader',
    'POST /api/sign-in/code: anyone',
    'POST /api/sign-in: anyone',
    'POST /api/sign-out: anyone',
    'POST /s/api/decline: link',
    'POST /s/api/send: link',
    'POST /s/api/withdraw: link',
    'PUT /s/api/answers: link',
  ]);
});

test('whoever is not signed in gets nothing but what is for anyone', async () => {
  const nobody = new TestBrowser(app);
  for (const { method, path, permissions } of endpoints()) {
    if (permissions?.some((permission) => permission === 'anyone' || permission === 'link')) continue;
    const url = path.replace(':round', foreign);
    expect([path, (await (method === 'GET' ? nobody.get(url) : nobody.post(url))).status]).toEqual([path, 401]);
  }
});

test('the demo and its mailbox do not exist where mail is real', async () => {
  const nobody = new TestBrowser(app);
  for (const url of ['/api/demo', '/mailbox', '/mailbox/style.css', `/mailbox/${randomUUID()}/html`])
    expect([url, (await nobody.get(url)).status]).toEqual([url, 404]);
});

test('row 51: somebody else’s round, one that never was, and what is no id at all are the same “not found”, and nothing changes', async () => {
  const people = [await signedIn(here.coach.email), await signedIn(here.leader.email)];
  const ids = [
    foreign,
    randomUUID(),
    'undefined',
    'null',
    '0',
    '1 or 1=1',
    "'; drop table people.round; --",
    '%00',
    '..%2f..',
    here.organisation,
  ];
  const valid: Readonly<Record<string, unknown>> = {
    closing: { date: '2026-12-20', time: '18:00', zone: 'Europe/London' },
    address: { from: 'a@there.test', to: 'b@there.test' },
  };
  const kept = async (): Promise<string> =>
    (await db.dump())
      .split(/\n(?=\w+\.\w+$)/m)
      .filter((table) => /^(people|answers|post)\./.test(table))
      .join();
  const before = await kept();
  for (const { method, path } of endpoints().filter((endpoint) => endpoint.path.includes(':round')))
    for (const id of ids) {
      const url = path.replace(':round', encodeURIComponent(id));
      const body = valid[path.split('/').at(-1) ?? ''] ?? {};
      const answers = await Promise.all(people.map((person) => (method === 'GET' ? person.get(url) : person.post(url, body))));
      expect([path, id, answers[0]?.status]).toEqual([path, id, 404]);
      expect([403, 404]).toContain(answers[1]?.status);
      expect(JSON.stringify(answers)).not.toContain(there.leader.name);
    }
  expect(await kept()).toBe(before);
});

test('row 61: what looks like SQL is stored and shown as the text that it is', async () => {
  const leader = await signedIn(here.leader.email);
  const evil = ["Robert'); drop table people.round; --", "' or '1'='1", '$1 \\ % _', '{"$ne":1}'];
  const launched = await leader.post('/api/rounds', {
    ...{ id: randomUUID(), framework: here.framework.id, coach: here.coach.id, together: {}, minimum: 3, message: evil.join() },
    colleagues: evil.map((name, at) => `${name.replaceAll('"', '')} <evil${at}@here.test>, peer`).join('\n'),
    closing: { date: '2099-01-01', time: '18:00', zone: 'Europe/London' },
  });
  expect(launched).toMatchObject({ status: 400, body: { errors: [{ field: 'closing.date' }] } });
  const soon = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
  const again = await leader.post('/api/rounds', {
    ...{ id: randomUUID(), framework: here.framework.id, coach: here.coach.id, together: {}, minimum: 3, message: evil.join() },
    colleagues: evil.map((name, at) => `${name.replaceAll('"', '')} <evil${at}@here.test>, peer`).join('\n'),
    closing: { date: soon, time: '18:00', zone: 'Europe/London' },
  });
  expect(again.status).toBe(201);
  expect(again.body).toMatchObject({ colleagues: expect.arrayContaining([expect.objectContaining({ name: evil[0] })]) as unknown });
  for (const text of evil) {
    expect((await leader.get(`/api/rounds?sort=${encodeURIComponent(text)}`)).status).toBe(200);
    expect((await leader.post('/api/sign-in', { email: `${text}@here.test` })).status).toBeLessThan(500);
    expect((await leader.post('/api/rounds', { id: text, framework: text, coach: text })).status).toBe(400);
  }
});
