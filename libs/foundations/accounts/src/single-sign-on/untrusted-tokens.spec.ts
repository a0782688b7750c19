import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Writable } from 'node:stream';
import { path } from '@facet/contract';
import { AnswerLinksModule } from '@facet/answer-links';
import { MailModule } from '@facet/mail';
import { createLogger } from '@facet/platform';
import { StoreRoundsModule } from '@facet/store-rounds';
import { testApplication, testConfiguration, testDatabase, testSchool, type TestSchool } from '@facet/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountsModule } from '../accounts.module';
import { BrowserAtProvider } from './at-provider.examples';
import { inSeconds, type Misbehaviour, MisbehavingProvider } from './misbehaving-provider.examples';

const db = await testDatabase();
const [provider, elsewhere] = [await MisbehavingProvider.start(), await MisbehavingProvider.start()];
let said = '';
const log = createLogger(
  'info',
  new Writable({
    write: (line, _, done) => {
      said += String(line);
      done();
    },
  }),
);
const open = (issuer: URL): Promise<NestFastifyApplication> => {
  const singleSignOn = { issuer, clientId: 'facet', clientSecret: undefined, label: 'Hill Street', isSecondFactor: false };
  const configuration = testConfiguration(db, { singleSignOn });
  return testApplication(db, [AnswerLinksModule, MailModule, StoreRoundsModule, AccountsModule], configuration, log);
};
let app: NestFastifyApplication;
let school: TestSchool;
beforeAll(async () => {
  app = await open(provider.issuer);
  school = await testSchool(db);
  await db.source.query(
    `insert into access.connected_account (issuer, subject, address, connected_at) values ($1, 'ada', $2, platform.clock())`,
    [provider.issuer.origin, school.leader.email],
  );
}, 120_000);
beforeEach(() => db.source.query('truncate access.session'));
afterAll(async () => {
  await app.close();
  await Promise.all([provider.stop(), elsewhere.stop()]);
  await db.drop();
});

const signIn = async (misbehaviour: Misbehaviour = {}) => {
  const browser = new BrowserAtProvider(app);
  const answered = await browser.comeBack(provider.sendBack(await browser.begin(), misbehaviour));
  return { ...answered, as: await browser.isSignedInAs() };
};

test('a token that is as it should be lets in whoever has connected the account', async () => {
  expect(await signIn()).toMatchObject({ status: 200, as: school.leader.email });
});

test.each<[string, Misbehaviour]>([
  ['that says that it needs no signature (alg none)', { header: { alg: 'none' }, signature: 'none' }],
  ['without its signature', { signature: 'none' }],
  ['that somebody else has signed', { signature: 'of another key' }],
  ['signed with the public key as if it were a password', { header: { alg: 'HS256' }, signature: 'by the public key as a password' }],
  ['for another application', { claims: { aud: 'other' } }],
  ['for several, given to another', { claims: { aud: ['facet', 'other'], azp: 'other' } }],
  ['of another issuer', { claims: { iss: 'https://evil.test' } }],
  ['of another sign-in', { claims: { nonce: 'x'.repeat(43) } }],
  ['of no sign-in in particular', { claims: { nonce: undefined } }],
  ['that has expired', { claims: { iat: inSeconds(-3_600), exp: inSeconds(-3_300) } }],
  ['that is not good yet', { claims: { nbf: inSeconds(3_600) } }],
  ['about nobody', { claims: { sub: undefined } }],
  ['about somebody whose name has no end', { claims: { sub: 'x'.repeat(256) } }],
])('row 58: a token %s lets in nobody', async (_, misbehaviour) => {
  const before = await db.dump();
  expect(await signIn(misbehaviour)).toMatchObject({ status: 400, body: { code: 'not_accepted' }, as: undefined });
  expect(await db.dump()).toBe(before);
});

test('row 58: the same address at the same provider, or the same name at another, is somebody else', async () => {
  const before = await db.dump();
  const claims = { sub: 'mallory', email: school.leader.email, email_verified: true, preferred_username: 'ada' };
  expect(await signIn({ claims })).toMatchObject({ status: 400, body: { code: 'not_connected' }, as: undefined });
  const there = await open(elsewhere.issuer);
  const browser = new BrowserAtProvider(there);
  const answered = await browser.comeBack(elsewhere.sendBack(await browser.begin(), { claims: { email: school.leader.email } }));
  expect(answered).toMatchObject({ status: 400, body: { code: 'not_connected' } });
  await there.close();
  expect(await db.dump()).toBe(before);
});

test('row 58: an answer that names another issuer, or none where one is promised, is not even redeemed', async () => {
  for (const iss of [elsewhere.issuer.origin, undefined]) {
    const browser = new BrowserAtProvider(app);
    const { state, code } = provider.sendBack(await browser.begin());
    const answered = await browser.comeBack({ state, ...(code && { code }), ...(iss && { iss }) });
    expect(answered).toMatchObject({ status: 400, body: { code: 'not_accepted' } });
  }
});

test.each<[NonNullable<Misbehaviour['instead']>, string, number]>([
  ['no token', 'not_accepted', 400],
  ['no such code', 'not_accepted', 400],
  ['an error page', 'no_answer', 503],
  ['silence', 'no_answer', 503],
])(
  'a provider that answers with %s leaves a clear page and no session',
  async (instead, code, status) => {
    expect(await signIn({ instead })).toMatchObject({
      status,
      body: { code, detail: expect.stringContaining('with a code') },
      as: undefined,
    });
  },
  60_000,
);

test('while the provider is down Facet starts, the button says what happened, and it works as soon as the provider is back', async () => {
  elsewhere.isDown = true;
  const there = await open(elsewhere.issuer);
  const browser = new BrowserAtProvider(there);
  const refused = await browser.post(path.signOn, { next: '/' });
  expect(refused).toMatchObject({ status: 503, body: { code: 'no_answer' }, setCookie: [] });
  elsewhere.isDown = false;
  expect((await browser.begin()).origin).toBe(elsewhere.issuer.origin);
  await there.close();
});

test('a provider that calls itself something else than was set is not asked', async () => {
  elsewhere.callsItself = provider.issuer.origin;
  const there = await open(elsewhere.issuer);
  expect(await new BrowserAtProvider(there).post(path.signOn, { next: '/' })).toMatchObject({ status: 503, body: { code: 'no_answer' } });
  await there.close();
  elsewhere.callsItself = undefined;
});

test('no token, code or name of anybody is in the log or in the database, whatever happened', async () => {
  await signIn();
  await signIn({ claims: { sub: 'mallory', email: school.leader.email } });
  await signIn({ claims: { aud: 'other', email: school.leader.email } });
  const everything = await db.dump();
  expect(said).toContain('a sign-in through the provider of identities failed');
  for (const text of ['secret-access', 'secret-refresh', 'a-code', 'eyJ'])
    expect([text, (said + everything).includes(text)]).toEqual([text, false]);
  for (const text of [school.leader.email, 'mallory', '"ada"']) expect([text, said.includes(text)]).toEqual([text, false]);
});

test('where no provider is named there is no button, and nothing to begin', async () => {
  const without = await testApplication(db, [AnswerLinksModule, MailModule, StoreRoundsModule, AccountsModule]);
  const browser = new BrowserAtProvider(without);
  expect((await browser.get(path.signOn)).body).toEqual({ label: null });
  expect((await browser.post(path.signOn, { next: '/' })).status).toBe(404);
  expect((await browser.comeBack({ state: 'x', code: 'y' })).body).toMatchObject({ code: 'not_under_way' });
  await without.close();
});
