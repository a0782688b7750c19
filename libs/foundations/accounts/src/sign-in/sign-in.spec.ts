import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { path } from '@facet/contract';
import { AnswerLinksModule } from '@facet/answer-links';
import { MailModule, signInCode } from '@facet/mail';
import { StoreRoundsModule } from '@facet/store-rounds';
import { testApplication, testConfiguration, testDatabase, testSchool, type TestSchool } from '@facet/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountsModule } from '../accounts.module';

const db = await testDatabase();
const configuration = testConfiguration(db);
let app: NestFastifyApplication;
let school: TestSchool;

beforeAll(async () => {
  app = await testApplication(db, [AnswerLinksModule, MailModule, StoreRoundsModule, AccountsModule], configuration);
  school = await testSchool(db);
});
afterEach(async () => {
  await db.source.query('truncate access.sign_in_request, access.session, post.mail cascade');
});
afterAll(async () => {
  await app.close();
  await db.drop();
});

const noon = new Date('2026-11-24T12:00:00Z');
const minutesLater = (minutes: number) => db.setClock(new Date(noon.getTime() + minutes * 60_000));
beforeAll(() => db.setClock(noon));

let visitor = 0;
beforeEach(() => {
  visitor += 1;
});

type Cookies = Record<string, string>;
const post = async (url: string, payload: object, cookies: Cookies = {}, headers: Record<string, string> = {}) => {
  const remoteAddress = `192.0.2.${visitor}`;
  const answer = await app.inject({ method: 'POST', url, payload, cookies, headers: { 'x-facet': '1', ...headers }, remoteAddress });
  return { status: answer.statusCode, code: answer.body === '' ? null : answer.json<{ code: string }>().code, answer };
};
const cookiesOf = ({ answer }: Awaited<ReturnType<typeof post>>): Cookies =>
  Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value]));
const me = async (cookies: Cookies) => app.inject({ method: 'GET', url: path.me, cookies });

const ask = async (email: string) => {
  const cookies = cookiesOf(await post(path.signIn, { email }));
  const [request] = await db.source.query<{ id: string }[]>('select id from access.sign_in_request order by asked_at desc, id limit 1');
  return { cookies, code: signInCode(configuration.secret, request?.id ?? '') };
};
const wrong = (code: string) => (code === '000000' ? '000001' : '000000');
const sessions = async () => (await db.source.query<object[]>('select from access.session')).length;

test('an administrator, a leader and a coach sign in with the six digits of their mail and see who they are', async () => {
  for (const { name, email } of [school.leader, school.coach, school.administrator]) {
    await db.source.query('truncate access.sign_in_request');
    const { cookies, code } = await ask(email.toUpperCase());
    const entered = await post(path.signInCode, { code }, cookies);
    expect(entered.status).toBe(204);
    // A coach and an administrator owe the second step now (second-factor.spec.ts).
    expect((await me(cookiesOf(entered))).statusCode).toBe(email === school.leader.email ? 200 : 401);
    await db.source.query('update access.session set second_step_at = platform.clock()');
    expect((await me(cookiesOf(entered))).json()).toMatchObject({ email, memberships: [{ organisation: 'Hill Street School', name }] });
  }
});

test('the mail row holds neither the code nor the cookie, and nor does anything else in the database', async () => {
  const { cookies, code } = await ask(school.leader.email);
  expect(await db.source.query('select kind, state from post.mail')).toEqual([{ kind: 'sign_in', state: 'pending' }]);
  const everything = await db.dump();
  expect(everything).not.toContain(Object.values(cookies)[0]);
  expect(everything.replaceAll(/[\da-f-]{36}|\\x[\da-f]{64}/g, '')).not.toContain(code);
});

test('cookies are out of reach of scripts and other sites, and bound to the host', async () => {
  const asked = await post(path.signIn, { email: school.leader.email });
  expect(asked.answer.headers['set-cookie']).toMatch(/^__Host-asked=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=600$/);
});

test('row 56: the code is good only in the browser that asked', async () => {
  const { code } = await ask(school.leader.email);
  expect(await post(path.signInCode, { code })).toMatchObject({ status: 400, code: 'not_asked_here' });
  const other = await ask(school.coach.email);
  expect(await post(path.signInCode, { code }, other.cookies)).toMatchObject({ status: 400, code: 'wrong_code' });
  expect(await sessions()).toBe(0);
});

test('row 56: the code is good once', async () => {
  const { cookies, code } = await ask(school.leader.email);
  expect((await post(path.signInCode, { code }, cookies)).status).toBe(204);
  expect(await post(path.signInCode, { code }, cookies)).toMatchObject({ status: 400, code: 'used' });
  expect(await sessions()).toBe(1);
});

test('row 56: of twenty presses at the same moment one signs in', async () => {
  const { cookies, code } = await ask(school.leader.email);
  const answers = await Promise.all(Array.from({ length: 20 }, () => post(path.signInCode, { code }, cookies)));
  expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
  expect(await sessions()).toBe(1);
});

test('row 56: the code is good up to, and not after, ten minutes', async () => {
  const { cookies, code } = await ask(school.leader.email);
  await minutesLater(10);
  expect(await post(path.signInCode, { code }, cookies)).toMatchObject({ status: 400, code: 'too_old' });
  await minutesLater(9.99);
  expect((await post(path.signInCode, { code }, cookies)).status).toBe(204);
  await minutesLater(0);
});

test('row 56: after a second request only the code of the newer mail is good in this browser', async () => {
  const first = await ask(school.leader.email);
  const second = await ask(school.leader.email);
  expect(await post(path.signInCode, { code: first.code }, second.cookies)).toMatchObject({ status: 400, code: 'wrong_code' });
});

test('row 57: after five wrong codes the right one no longer counts', async () => {
  const { cookies, code } = await ask(school.leader.email);
  for (let tries = 1; tries <= 5; tries++)
    expect(await post(path.signInCode, { code: wrong(code) }, cookies)).toMatchObject({ status: 400, code: 'wrong_code' });
  expect(await post(path.signInCode, { code }, cookies)).toMatchObject({ status: 429, code: 'too_many_tries' });
  expect(await sessions()).toBe(0);
});

test('row 57: an unknown address gets the same answer in the same time and no mail', async () => {
  const timed = async (email: string) => {
    const began = performance.now();
    const { answer } = await post(path.signIn, { email });
    return { status: answer.statusCode, headers: Object.keys(answer.headers).sort(), body: answer.body, took: performance.now() - began };
  };
  const known = await timed(school.leader.email);
  const unknown = await timed('nobody@school.test');
  expect({ ...unknown, took: 0 }).toEqual({ ...known, took: 0 });
  expect(known.took).toBeGreaterThanOrEqual(149);
  expect(unknown.took).toBeGreaterThanOrEqual(149);
  expect(await db.source.query('select person from post.mail')).toEqual([{ person: school.leader.id }]);
});

test('row 57: nobody signs in as an address that is not known, even with the right code', async () => {
  const { cookies, code } = await ask('nobody@school.test');
  expect(await post(path.signInCode, { code }, cookies)).toMatchObject({ status: 400, code: 'wrong_code' });
});

test('row 57: one address is written to ten times in a quarter of an hour, and others are not in its way', async () => {
  const { cookies, code } = await ask(school.leader.email);
  expect((await post(path.signInCode, { code }, cookies)).status).toBe(204); // whoever signs in is not held up by having done so
  for (let asked = 1; asked <= 10; asked++) expect((await post(path.signIn, { email: school.leader.email })).status).toBe(204);
  expect(await post(path.signIn, { email: school.leader.email })).toMatchObject({ status: 429, code: 'too_often' });
  expect((await post(path.signIn, { email: school.coach.email })).status).toBe(204);
  await minutesLater(15);
  expect((await post(path.signIn, { email: school.leader.email })).status).toBe(204);
  await minutesLater(0);
});

test('row 57: one visitor asks, and enters wrong codes, thirty times a minute and no more, while others go on', async () => {
  for (let asked = 1; asked <= 30; asked++) await post(path.signIn, { email: 'no address' });
  expect(await post(path.signIn, { email: school.leader.email })).toMatchObject({ status: 429, code: 'too_often' });
  for (let entered = 1; entered <= 30; entered++) await post(path.signInCode, { code: '123456' });
  expect(await post(path.signInCode, { code: '123456' })).toMatchObject({ status: 429, code: 'too_often' });
  visitor++;
  expect((await post(path.signIn, { email: school.leader.email })).status).toBe(204);
});

test('rows 12, 52, 61: what is no single address or no six digits, and fields that are not asked for, are refused', async () => {
  const before = await db.dump();
  for (const email of ['a@x.test,b@x.test', '"a@b"@x.test', `a@x.test' or '1'='1`, 'a\u0000@x.test', 'x'.repeat(300)])
    expect((await post(path.signIn, { email })).status).toBe(400);
  expect((await post(path.signIn, { email: school.leader.email, role: 'administrator' })).status).toBe(400);
  for (const code of ['12345', '1234567', 'abcdef', 123456, null, '１２３４５６'])
    expect((await post(path.signInCode, { code })).status).toBe(400);
  expect(await db.dump()).toBe(before);
});

test('row 54: a page of another site cannot ask, enter a code or sign out', async () => {
  const before = await db.dump();
  for (const url of [path.signIn, path.signInCode, path.signOut]) {
    const foreign: Record<string, string>[] = [{ 'x-facet': '' }, { 'sec-fetch-site': 'cross-site' }, { 'x-http-method-override': 'PUT' }];
    for (const headers of foreign) expect((await post(url, { email: school.leader.email }, {}, headers)).status).toBe(403);
    const form = await app.inject({ method: 'POST', url, payload: '{}', headers: { 'x-facet': '1', 'content-type': 'text/plain' } });
    expect(form.statusCode).toBe(415);
  }
  expect(await db.dump()).toBe(before);
});

test('row 45: GET and HEAD sign nobody in and change nothing', async () => {
  const { cookies } = await ask(school.leader.email);
  const before = await db.dump();
  for (const method of ['GET', 'HEAD'] as const)
    for (const url of [path.signIn, path.signInCode, path.signOut])
      expect((await app.inject({ method, url, cookies })).statusCode).toBe(404);
  expect(await db.dump()).toBe(before);
});
