import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { path } from '@facet/contract';
import { AnswerLinksModule } from '@facet/answer-links';
import { MailModule } from '@facet/mail';
import { StoreRoundsModule } from '@facet/store-rounds';
import { testSchool, type TestSchool, TestSite } from '@facet/testing';
import { AccountsModule } from '../accounts.module';
import { OneTimeLinks } from './one-time-links';

const noon = '2026-11-24T12:00:00Z';
const site = await TestSite.open(noon, [AnswerLinksModule, MailModule, StoreRoundsModule, AccountsModule]);
const links = site.app.get(OneTimeLinks);
let schools = 0;
let school: TestSchool;
beforeEach(async () => {
  await site.db.setClock(noon);
  school = await testSchool(site.db, `school${++schools}.test`);
});
afterAll(() => site.close());

/** From a visitor of their own each time: wrong links are counted by visitor. */
let visitor = 0;
const press = async (token: unknown, cookies: Record<string, string> = {}) => {
  const remoteAddress = `192.0.2.${++visitor}`;
  const answer = await site.app.inject({
    ...{ method: 'POST', url: path.oneTimeLink, payload: { token }, cookies, headers: { 'x-facet': '1' }, remoteAddress },
  });
  const session = answer.cookies.find(({ name }) => name === '__Host-sid')?.value ?? '';
  return { status: answer.statusCode, code: answer.body === '' ? null : answer.json<{ code: string }>().code, session };
};
const me = (session: string) => site.app.inject({ method: 'GET', url: path.me, cookies: { '__Host-sid': session } });

test('a press signs the administrator in, and the database held neither token nor cookie', async () => {
  const token = await links.make(school.administrator.email);
  expect(token).toMatch(/^[\w-]{22}$/); // 128 bits
  expect(await site.db.dump()).not.toContain(token);
  const { status, session } = await press(token);
  expect(status).toBe(204);
  expect((await me(session)).json()).toMatchObject({ code: 'second_step' });
  await site.rows('update access.session set second_step_at = platform.clock()');
  expect((await me(session)).json()).toMatchObject({ email: school.administrator.email });
  expect(await site.db.dump()).not.toContain(session);
});

test('row 56: the link is good once, also of twenty presses at the same moment', async () => {
  const token = await links.make(school.administrator.email);
  const answers = await Promise.all(Array.from({ length: 20 }, () => press(token)));
  expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
  expect(await press(token)).toMatchObject({ status: 400, code: 'link_used' });
});

test('row 56: the link is good up to, and not after, a day', async () => {
  const token = await links.make(school.administrator.email);
  await site.db.setClock('2026-11-25T12:00:00Z');
  expect(await press(token)).toMatchObject({ status: 400, code: 'link_too_old' });
  await site.db.setClock('2026-11-25T11:59:59Z');
  expect((await press(token)).status).toBe(204);
});

test('row 55: the session that this browser had before ends with the press', async () => {
  const before = await press(await links.make(school.leader.email));
  await press(await links.make(school.administrator.email), { '__Host-sid': before.session });
  expect((await me(before.session)).statusCode).toBe(401);
});

test('row 45: looking at the link, as a scanner does, uses nothing up', async () => {
  const token = await links.make(school.administrator.email);
  const before = await site.db.dump();
  for (const method of ['GET', 'HEAD'] as const)
    for (const url of [path.oneTimeLink, `${path.oneTimeLink}?token=${token}`])
      expect((await site.app.inject({ method, url })).statusCode).toBe(404);
  expect(await site.db.dump()).toBe(before);
});

test('row 54: a page of another site cannot press it', async () => {
  const token = await links.make(school.administrator.email);
  const browser = site.signedOut();
  await site.withoutTrace(403, () => browser.post(path.oneTimeLink, { token }, { 'x-facet': '' }));
  await site.withoutTrace(403, () => browser.post(path.oneTimeLink, { token }, { 'sec-fetch-site': 'cross-site' }));
});

test('row 42: what is no link of ours is “not known”, whatever it looks like', async () => {
  const right = await links.make(school.administrator.email);
  const flipped = `${right.startsWith('A') ? 'B' : 'A'}${right.slice(1)}`;
  for (const token of ['', 'undefined', 'null', '%00', flipped, `${right}A`, right.slice(1), `' or 1=1 --`])
    expect(await press(token)).toMatchObject({ status: 400, code: 'link_unknown', session: '' });
  for (const token of [null, 1, [right], { token: right }, 'x'.repeat(65)])
    expect(await press(token)).toMatchObject({ status: 400, session: '' });
  expect((await press(right)).status).toBe(204);
});

test('a link for an address without a role opens nothing, and is not used up by trying', async () => {
  const token = await links.make(`nobody@school${schools}.test`);
  expect(await press(token)).toMatchObject({ status: 400, code: 'link_unknown' });
  await site.rows(`update people.person set email = $1 where id = $2`, `nobody@school${schools}.test`, school.leader.id);
  expect((await press(token)).status).toBe(204);
});
