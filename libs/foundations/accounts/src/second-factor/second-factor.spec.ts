import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { AnswerLinksModule } from '@facet/answer-links';
import { path } from '@facet/contract';
import { MailModule } from '@facet/mail';
import { StoreRoundsModule } from '@facet/store-rounds';
import { testSchool, type TestSchool, TestSite } from '@facet/testing';
import { generateSync } from 'otplib';
import { AccountsModule } from '../accounts.module';
import { Sessions } from '../session/sessions';
import { ResetSecondFactor } from './reset-second-factor';
import { SecondFactors } from './second-factors';

const noon = Date.parse('2026-11-24T12:00:00Z');
const site = await TestSite.open(new Date(noon).toISOString(), [AnswerLinksModule, MailModule, StoreRoundsModule, AccountsModule]);
afterAll(() => site.close());

let seconds = 0;
const setClock = (to: number): Promise<void> => site.db.setClock(new Date(noon + (seconds = to) * 1000));
/** Half a minute and more: the next code. */
const later = (by = 30): Promise<void> => setClock(seconds + by);

let schools = 0;
let school: TestSchool;
beforeEach(async () => {
  await setClock(0);
  school = await testSchool(site.db, `school${++schools}.test`);
});

/** Somebody's browser after the code by mail was right. */
class Browser {
  private constructor(
    readonly address: string,
    public cookie: string,
  ) {}

  static async open(address: string): Promise<Browser> {
    const begin = site.app.get(Sessions);
    const cookie = await site.db.database.as('facet_accounts', null, (tx) => begin.begin(tx, address, undefined, 'Firefox/142 Windows'));
    return new Browser(address, cookie);
  }

  async ask(method: 'GET' | 'POST', url: string, payload?: object) {
    const cookies = { '__Host-sid': this.cookie };
    const remoteAddress = `192.0.2.${schools}`;
    const answer = await site.app.inject({ method, url, cookies, remoteAddress, headers: { 'x-facet': '1' }, ...(payload && { payload }) });
    const fresh = answer.cookies.find(({ name }) => name === '__Host-sid')?.value;
    const body = answer.body === '' ? {} : answer.json<Record<string, unknown>>();
    return { status: answer.statusCode, code: body['code'], body, fresh };
  }

  async post(url: string, payload: object) {
    const answer = await this.ask('POST', url, payload);
    this.cookie = answer.fresh ?? this.cookie;
    return answer;
  }

  get = async (url: string): Promise<number> => (await this.ask('GET', url)).status;
  take = (code: string) => this.post(path.secondStep, { code });

  /** Sets an authenticator up with the code of this half minute. */
  async enrol(): Promise<{ secret: string; codes: string[] }> {
    const { body } = await this.post(path.newAuthenticator, { code: null });
    const secret = String(body['secret']);
    const confirmed = await this.post(path.confirmAuthenticator, { code: codeOf(secret) });
    expect(confirmed.status).toBe(200);
    return { secret, codes: confirmed.body['codes'] as string[] };
  }
}
const codeOf = (secret: string, stepsAway = 0): string => generateSync({ secret, epoch: noon / 1000 + seconds + 30 * stepsAway });
const wrong = (secret: string): string => {
  const near = [-1, 0, 1].map((step) => codeOf(secret, step));
  return ['000000', '111111', '222222', '333333'].find((code) => !near.includes(code)) ?? '';
};
/** A coach with an authenticator, and a new browser that has passed the code by mail. */
const enrolled = async () => {
  const first = await Browser.open(school.coach.email);
  const own = await first.enrol();
  await later();
  return { ...own, first, browser: await Browser.open(school.coach.email.toUpperCase()) };
};

test('a coach and an administrator set an authenticator up before anything opens, a leader need not', async () => {
  for (const { email } of [school.coach, school.administrator]) {
    const browser = await Browser.open(email);
    expect(await browser.ask('GET', path.me)).toMatchObject({ status: 401, code: 'second_step' });
    expect((await browser.ask('GET', path.secondFactor)).body).toEqual({ owes: 'enrol', demanded: true, own: null });
    const before = browser.cookie;
    const { codes } = await browser.enrol();
    expect(codes).toHaveLength(8);
    expect(await browser.get(path.me)).toBe(200);
    const view = (await browser.ask('GET', path.secondFactor)).body;
    expect(view).toMatchObject({ owes: null, demanded: true, own: { recoveryCodesLeft: 8 } });
    // Row 55: the cookie from before the second step opens nothing.
    browser.cookie = before;
    expect(await browser.get(path.secondFactor)).toBe(401);
  }
  const leader = await Browser.open(school.leader.email);
  expect(await leader.get(path.me)).toBe(200);
  expect((await leader.ask('GET', path.secondFactor)).body).toEqual({ owes: null, demanded: false, own: null });
});

test('from then on the code of the authenticator is asked for, also of a leader who chose to have one', async () => {
  const { secret, browser } = await enrolled();
  expect(await browser.get(path.me)).toBe(401);
  expect((await browser.ask('GET', path.secondFactor)).body).toEqual({ owes: 'enter', demanded: true, own: null });
  expect((await browser.take(` ${codeOf(secret).replace(/(...)/, '$1 ')} `)).status).toBe(204);
  expect(await browser.get(path.me)).toBe(200);
  await (await Browser.open(school.leader.email)).enrol();
  expect(await (await Browser.open(school.leader.email)).get(path.me)).toBe(401);
});

test('a code counts once, and none from before the last that counted', async () => {
  const { secret, browser, first } = await enrolled();
  const other = await Browser.open(school.coach.email);
  expect((await browser.take(codeOf(secret))).status).toBe(204);
  for (const code of [codeOf(secret), codeOf(secret, -1)])
    expect(await other.take(code)).toMatchObject({ status: 400, code: 'factor_used' });
  expect((await other.take(codeOf(secret, 1))).status).toBe(204);
  expect(await first.get(path.me)).toBe(200);
});

test('of twenty presses with one code at the same moment one goes through', async () => {
  const { secret } = await enrolled();
  const browsers = await Promise.all(Array.from({ length: 20 }, () => Browser.open(school.coach.email)));
  const answers = await Promise.all(browsers.map((browser) => browser.take(codeOf(secret))));
  expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
});

test('a phone whose clock is wrong by more than half a minute is refused, and so is one after a clock that was put back', async () => {
  const { secret, browser } = await enrolled();
  for (const away of [-2, 2, 120])
    expect(await browser.take(codeOf(secret, away))).toMatchObject({ status: 400, code: 'factor_wrong_code' });
  await setClock(-3600);
  const back = await Browser.open(school.coach.email);
  expect(await back.take(codeOf(secret))).toMatchObject({ status: 400, code: 'factor_used' });
});

test('after five wrong codes the right one waits for a quarter of an hour, and whoever gets one right starts anew', async () => {
  const { secret, browser } = await enrolled();
  for (let tries = 1; tries <= 5; tries++)
    expect(await browser.take(wrong(secret))).toMatchObject({ status: 400, code: 'factor_wrong_code' });
  expect(await browser.take(codeOf(secret))).toMatchObject({ status: 429, code: 'factor_too_many_tries' });
  await later(15 * 60 - 1);
  expect((await browser.take(codeOf(secret))).status).toBe(429);
  await later(1);
  expect((await browser.take(wrong(secret))).status).toBe(400);
  expect((await browser.take(codeOf(secret))).status).toBe(204);
  await later();
  for (let tries = 1; tries <= 4; tries++) expect((await browser.take(wrong(secret))).status).toBe(400);
  expect((await browser.take(codeOf(secret))).status).toBe(204);
});

test('tries at the same moment do not outnumber the five', async () => {
  const { secret, browser } = await enrolled();
  const answers = await Promise.all(Array.from({ length: 12 }, () => browser.take(wrong(secret))));
  expect(answers.filter(({ status }) => status === 400)).toHaveLength(5);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
});

test('a recovery code opens once, and not for anybody else', async () => {
  const { codes, browser } = await enrolled();
  const [code = ''] = codes;
  await (await Browser.open(school.administrator.email)).enrol();
  const administrator = await Browser.open(school.administrator.email);
  expect(await administrator.take(code)).toMatchObject({ status: 400, code: 'factor_wrong_code' });
  expect((await browser.take(code.toLowerCase().replaceAll('-', ''))).status).toBe(204);
  expect(await (await Browser.open(school.coach.email)).take(code)).toMatchObject({ status: 400 });
  expect((await browser.ask('GET', path.secondFactor)).body).toMatchObject({ own: { recoveryCodesLeft: 7 } });
});

test('the database holds neither the secret nor a recovery code', async () => {
  const { secret, codes } = await enrolled();
  const everything = await site.db.dump();
  for (const text of [secret, Buffer.from(secret).toString('hex'), ...codes, ...codes.map((code) => code.replaceAll('-', ''))])
    expect(everything).not.toContain(text);
});

test('whoever knows the mailbox alone sets up nothing in the place of an authenticator that is there', async () => {
  const { secret, browser } = await enrolled();
  for (const code of [null, codeOf(secret)])
    expect(await browser.post(path.newAuthenticator, { code })).toMatchObject({ status: 409, code: 'factor_code_first' });
  expect(await browser.post(path.confirmAuthenticator, { code: codeOf(secret) })).toMatchObject({
    status: 409,
    code: 'factor_nothing_begun',
  });
  for (const url of [path.recoveryCodes, path.takeOffSecondFactor])
    expect((await browser.post(url, { code: codeOf(secret) })).status).toBe(401);
});

test('of two browsers that set one up at the same time the first counts', async () => {
  const [one, other] = [await Browser.open(school.coach.email), await Browser.open(school.leader.email)];
  await site.rows('update people.person set roles = $2 where id = $1', school.coach.id, ['coach', 'leader']);
  const late = await Browser.open(school.coach.email);
  const { body } = await late.post(path.newAuthenticator, { code: null });
  await one.enrol();
  const answer = await late.post(path.confirmAuthenticator, { code: codeOf(String(body['secret'])) });
  expect(answer.status).toBe(401);
  expect([await one.get(path.me), await late.get(path.me), await other.get(path.me)]).toEqual([200, 401, 200]);
});

test('two browsers that confirm at the same moment leave one authenticator, and the one that counted opens', async () => {
  const browsers = await Promise.all(Array.from({ length: 6 }, () => Browser.open(school.coach.email)));
  const secrets = await Promise.all(
    browsers.map(async (one) => String((await one.post(path.newAuthenticator, { code: null })).body['secret'])),
  );
  const answers = await Promise.all(browsers.map((one, at) => one.post(path.confirmAuthenticator, { code: codeOf(secrets[at] ?? '') })));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  await later();
  const winner = secrets[answers.findIndex(({ status }) => status === 200)] ?? '';
  expect((await (await Browser.open(school.coach.email)).take(codeOf(winner))).status).toBe(204);
});

test('an authenticator that is there is replaced by nobody who has not proved it', async () => {
  const { secret, browser } = await enrolled();
  const put = site.db.database.as('facet_accounts', null, (tx) =>
    site.app.get(SecondFactors).put(tx, school.coach.email, Buffer.alloc(60), 0, false),
  );
  expect(await put).toBe(false);
  expect((await browser.take(codeOf(secret))).status).toBe(204);
});

test('another device takes a code of the one before, ends the other sessions, and the one before is no good any more', async () => {
  const { secret, first, browser } = await enrolled();
  await browser.take(codeOf(secret));
  await later();
  const begun = await browser.post(path.newAuthenticator, { code: codeOf(secret) });
  const next = String(begun.body['secret']);
  expect(await browser.post(path.confirmAuthenticator, { code: wrong(next) })).toMatchObject({ status: 400, code: 'factor_wrong_code' });
  expect((await browser.post(path.confirmAuthenticator, { code: codeOf(next) })).status).toBe(200);
  expect([await browser.get(path.me), await first.get(path.me)]).toEqual([200, 401]);
  await later();
  const again = await Browser.open(school.coach.email);
  expect((await again.take(codeOf(secret))).status).toBe(400);
  expect((await again.take(codeOf(next))).status).toBe(204);
});

/** What the log of the school says, in order, of whom. */
const told = (): Promise<{ kind: string; actor: string | null; person: string | null }[]> =>
  site.rows('select kind, actor, person from audit.entry where organisation = $1 order by number', school.organisation);

test('new recovery codes take a code and end the others; a coach cannot take the second step off, a leader can; the log tells it', async () => {
  const { secret, codes, first, browser } = await enrolled();
  await browser.take(codeOf(secret));
  await later();
  const renewed = await browser.post(path.recoveryCodes, { code: codeOf(secret) });
  expect(renewed.body['codes']).toHaveLength(8);
  expect(await first.get(path.me)).toBe(401);
  expect((await (await Browser.open(school.coach.email)).take(codes[0] ?? '')).status).toBe(400);
  await later();
  expect(await browser.post(path.takeOffSecondFactor, { code: codeOf(secret) })).toMatchObject({ status: 409, code: 'factor_demanded' });

  const leader = await Browser.open(school.leader.email);
  const own = await leader.enrol();
  await later();
  expect((await leader.post(path.takeOffSecondFactor, { code: codeOf(own.secret) })).status).toBe(204);
  expect(await (await Browser.open(school.leader.email)).get(path.me)).toBe(200);
  expect(await told()).toEqual([
    { kind: 'second_factor_set', actor: school.coach.id, person: null },
    { kind: 'recovery_codes_made', actor: school.coach.id, person: null },
    { kind: 'second_factor_set', actor: school.leader.id, person: null },
    { kind: 'second_factor_removed', actor: school.leader.id, person: null },
  ]);
});

test('row 55: a leader who is made a coach while signed in is asked at the next press', async () => {
  const browser = await Browser.open(school.leader.email);
  expect(await browser.get(path.me)).toBe(200);
  await site.rows('update people.person set roles = $2 where id = $1', school.leader.id, ['leader', 'coach']);
  expect(await browser.ask('GET', path.me)).toMatchObject({ status: 401, code: 'second_step' });
});

test('row 55: whoever is stopped takes no second step', async () => {
  const { secret, browser } = await enrolled();
  await site.rows('update people.person set disabled_at = platform.clock() where id = $1', school.coach.id);
  expect(await browser.take(codeOf(secret))).toMatchObject({ status: 401, code: 'signed_out' });
});

test('a reset signs out everywhere, is told by mail, and disconnects their account, leads to setting up again; without an authenticator it does nothing', async () => {
  const { secret, first, browser } = await enrolled();
  const resetting = site.app.get(ResetSecondFactor);
  await site.rows(
    `insert into access.connected_account (issuer, subject, address, connected_at) values ('https://id.test', $1, $1, platform.clock())`,
    school.coach.email,
  );
  const { organisation, coach } = school;
  expect((await resetting.reset(organisation, coach.id, coach.email, 'operator'))?.mails).toHaveLength(1);
  expect(await resetting.reset(organisation, coach.id, coach.email, 'operator')).toBeNull();
  expect([await first.get(path.me), await browser.get(path.secondFactor)]).toEqual([401, 401]);
  expect(await site.rows('select kind from post.mail where person = $1', coach.id)).toEqual([{ kind: 'second_factor_reset' }]);
  expect(await site.rows('select from access.connected_account where address = $1', coach.email)).toEqual([]);
  expect((await told()).slice(1)).toEqual([{ kind: 'second_factor_reset', actor: null, person: coach.id }]);
  const again = await Browser.open(coach.email);
  expect((await again.take(codeOf(secret))).status).toBe(409);
  await again.enrol();
});

test('after a change of FACET_SECRET the authenticator cannot be read, and a recovery code still opens', async () => {
  const { secret, codes, browser } = await enrolled();
  await site.rows(`update access.second_factor set sealed = $2 where address = $1`, school.coach.email, Buffer.alloc(60, 7));
  expect(await browser.take(codeOf(secret))).toMatchObject({ status: 409, code: 'factor_cannot_be_read' });
  expect((await browser.take(codes[0] ?? '')).status).toBe(204);
});
