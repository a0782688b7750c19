import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { path } from '@facet/contract';
import { AnswerLinksModule } from '@facet/answer-links';
import { MailModule } from '@facet/mail';
import { StoreRoundsModule } from '@facet/store-rounds';
import { testApplication, testConfiguration, testDatabase, testSchool, type TestSchool, testSession } from '@facet/testing';
import { TestProvider } from '@facet/testing-product';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountsModule } from '../accounts.module';
import { answerIn, BrowserAtProvider, signInThere } from './at-provider.examples';

const db = await testDatabase();
const secret = 'a secret with : and %20 in it';
const provider = await TestProvider.start('https://facet.test/sign-in/return', secret);
const open = (isSecondFactor: boolean): Promise<NestFastifyApplication> => {
  const singleSignOn = { issuer: provider.issuer, clientId: 'facet', clientSecret: secret, label: 'Hill Street', isSecondFactor };
  return testApplication(db, [AnswerLinksModule, MailModule, StoreRoundsModule, AccountsModule], testConfiguration(db, { singleSignOn }));
};
let app: NestFastifyApplication;
let school: TestSchool;
beforeAll(async () => {
  app = await open(false);
  school = await testSchool(db);
}, 120_000);
afterAll(async () => {
  await app.close();
  await provider.stop();
  await db.drop();
});
const noon = new Date('2026-11-24T12:00:00Z');
const minutesLater = (minutes: number) => db.setClock(new Date(noon.getTime() + minutes * 60_000));
beforeEach(async () => {
  await minutesLater(0);
  await db.source.query('truncate access.session, access.connected_account, access.sign_on_attempt');
});

const connected = async (email: string, subject: string): Promise<BrowserAtProvider> => {
  const browser = new BrowserAtProvider(app, await testSession(db, email));
  expect(await browser.comeBack(await signInThere(await browser.beginConnecting(), subject))).toMatchObject({ status: 200 });
  return browser;
};
const rows = async (table: string): Promise<number> => (await db.source.query<object[]>(`select from access.${table}`)).length;

test('a leader connects their account once, and signs in with it in another browser from then on', async () => {
  const first = await connected(school.leader.email, 'ada-at-school');
  expect((await first.get(path.connectedAccount)).body).toEqual({ label: 'Hill Street', since: noon.toISOString() });

  const second = new BrowserAtProvider(app);
  expect((await second.get(path.signOn)).body).toEqual({ label: 'Hill Street' });
  const done = await second.comeBack(await signInThere(await second.begin('/rounds/7'), 'ada-at-school'));
  expect(done).toMatchObject({ status: 200, body: { next: '/rounds/7' } });
  expect(await second.isSignedInAs()).toBe(school.leader.email);

  await second.post(path.disconnectAccount);
  const third = new BrowserAtProvider(app);
  const refused = await third.comeBack(await signInThere(await third.begin(), 'ada-at-school'));
  expect(refused).toMatchObject({ status: 400, body: { code: 'not_connected' } });
});

test('the provider is asked for nothing but who somebody is, and for a proof that they asked', async () => {
  const address = await new BrowserAtProvider(app).begin();
  expect(Object.fromEntries(address.searchParams)).toEqual({
    ...{ client_id: 'facet', redirect_uri: 'https://facet.test/sign-in/return', response_type: 'code', response_mode: 'query' },
    ...{ scope: 'openid', code_challenge_method: 'S256', code_challenge: expect.stringMatching(/^[\w-]{43}$/) },
    ...{ state: expect.stringMatching(/^[\w-]{43}$/), nonce: expect.stringMatching(/^[\w-]{43}$/) },
  });
});

test('the database holds neither the cookie nor anything that went to the provider', async () => {
  const browser = new BrowserAtProvider(app);
  const address = await browser.begin();
  const everything = await db.dump();
  expect(await rows('sign_on_attempt')).toBe(1);
  for (const name of ['state', 'nonce', 'code_challenge']) expect(everything).not.toContain(address.searchParams.get(name));
  expect(everything).not.toContain(browser.cookies['__Host-signing-on']);
});

test('the cookie is out of reach of scripts and other sites, lasts ten minutes, and goes with the return', async () => {
  const browser = new BrowserAtProvider(app);
  const begun = await browser.post(path.signOn, { next: '/' });
  expect(begun.setCookie).toEqual([
    expect.stringMatching(/^__Host-signing-on=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=600$/),
  ]);
  const back = await browser.comeBack({ state: 'x' });
  expect(back.setCookie).toEqual([expect.stringMatching(/^__Host-signing-on=; .*Max-Age=0$/)]);
});

test('row 58: an account that nobody has connected lets in nobody, makes nobody, and is told how to connect', async () => {
  const before = await db.dump();
  const browser = new BrowserAtProvider(app);
  const refused = await browser.comeBack(await signInThere(await browser.begin(), school.leader.email));
  expect(refused).toMatchObject({ status: 400, body: { code: 'not_connected', detail: expect.stringContaining('Sign in with a code') } });
  expect(await db.dump()).toBe(before);
});

test('row 55: whoever may not sign in any more is told the same as somebody whom nobody knows', async () => {
  await connected(school.coach.email, 'ines');
  await db.source.query('update people.person set disabled_at = platform.clock() where id = $1', [school.coach.id]);
  const browser = new BrowserAtProvider(app);
  const stopped = await browser.comeBack(await signInThere(await browser.begin(), 'ines'));
  const unknown = await browser.comeBack(await signInThere(await browser.begin(), 'nobody'));
  expect(stopped).toEqual(unknown);
  expect(await browser.isSignedInAs()).toBeUndefined();
  await db.source.query('update people.person set disabled_at = null where id = $1', [school.coach.id]);
});

test('a coach who signs in through the provider owes the second step, unless whoever runs Facet says that the provider takes it', async () => {
  await connected(school.coach.email, 'ines');
  const here = new BrowserAtProvider(app);
  await here.comeBack(await signInThere(await here.begin(), 'ines'));
  expect((await here.get(path.me)).body).toMatchObject({ code: 'second_step' });
  const trusting = await open(true);
  const there = new BrowserAtProvider(trusting);
  await there.comeBack(await signInThere(await there.begin(), 'ines'));
  expect(await there.isSignedInAs()).toBe(school.coach.email);
  await trusting.close();
});

test('an account belongs to one person, a person has one account, and connecting the same one again changes nothing', async () => {
  await connected(school.leader.email, 'ada');
  const coach = new BrowserAtProvider(app, await testSession(db, school.coach.email));
  const taken = await coach.comeBack(await signInThere(await coach.beginConnecting(), 'ada'));
  expect(taken).toMatchObject({ status: 409, body: { code: 'somebody_elses' } });
  const again = await connected(school.leader.email, 'ada');
  const other = await again.comeBack(await signInThere(await again.beginConnecting(), 'ada-at-home'));
  expect(other).toMatchObject({ status: 409, body: { code: 'connected_already' } });
  expect(await rows('connected_account')).toBe(1);
});

test('row 55: connecting ends with the session that asked for it', async () => {
  const session = await testSession(db, school.leader.email);
  const browser = new BrowserAtProvider(app, session);
  const answer = await signInThere(await browser.beginConnecting(), 'ada');
  browser.cookies['__Host-sid'] = await testSession(db, school.coach.email);
  expect(await browser.comeBack(answer)).toMatchObject({ status: 400, body: { code: 'not_under_way' } });
  expect(await rows('connected_account')).toBe(0);
});

test('rows 55, 56: a return counts once, with its own state, in its own browser, within ten minutes; the session before ends', async () => {
  const begin = async (): Promise<[BrowserAtProvider, Parameters<BrowserAtProvider['comeBack']>[0]]> => {
    const browser = new BrowserAtProvider(app);
    return [browser, await signInThere(await browser.begin(), 'ada')];
  };
  await connected(school.leader.email, 'ada');
  const none = { status: 400, body: { code: 'not_under_way' } };
  const [other, stolen] = await begin();
  expect(await new BrowserAtProvider(app).comeBack(stolen)).toMatchObject(none);
  expect(await other.comeBack({ ...stolen, state: 'x'.repeat(43) })).toMatchObject(none);

  const [late, old] = await begin();
  await minutesLater(10);
  expect(await late.comeBack(old)).toMatchObject(none);
  await minutesLater(0);

  const [good, answer] = await begin();
  const before = await testSession(db, school.leader.email);
  good.cookies['__Host-sid'] = before;
  const cookies = { ...good.cookies };
  const twenty = await Promise.all(Array.from({ length: 20 }, () => good.comeBack(answer)));
  expect(twenty.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(await new BrowserAtProvider(app, before).isSignedInAs()).toBeUndefined();
  Object.assign(good.cookies, cookies);
  expect(await good.comeBack(answer)).toMatchObject(none);
});

test('whoever breaks off at the provider is told so, and nothing has happened', async () => {
  const browser = new BrowserAtProvider(app);
  const { state } = answerIn(await browser.begin());
  const broken = await browser.comeBack({ state, error: 'access_denied', iss: provider.issuer.origin });
  expect(broken).toMatchObject({ status: 400, body: { code: 'said_no', title: 'You were not signed in there.' } });
  expect(await rows('session')).toBe(0);
});

test('row 54: a page of another site can neither begin nor finish, and nobody is led to another site afterwards', async () => {
  const browser = new BrowserAtProvider(app);
  for (const url of [path.signOn, path.signOnReturn, path.connectAccount, path.disconnectAccount])
    expect((await browser.post(url, {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  for (const next of ['https://evil.test', '//evil.test', '/\\evil.test', '/\t/evil.test', 'javascript:alert(1)', ''])
    expect([next, (await browser.post(path.signOn, { next })).status]).toEqual([next, 400]);
  for (const url of [path.signOnReturn, path.connectAccount]) expect((await browser.get(`${url}?code=x&state=y`)).status).toBe(404);
  expect(await rows('sign_on_attempt')).toBe(0);
});

test('row 57: one visitor begins thirty times a minute and no more', async () => {
  const browser = new BrowserAtProvider(app);
  for (let times = 1; times <= 30; times++) await browser.begin();
  expect(await browser.post(path.signOn, { next: '/' })).toMatchObject({ status: 429, body: { code: 'too_often' } });
});
