import { afterAll, expect, test } from '@jest/globals';
import { AnswerLinksModule } from '@facet/answer-links';
import { of, OwnSessionsView, path } from '@facet/contract';
import { MailModule } from '@facet/mail';
import { StoreRoundsModule } from '@facet/store-rounds';
import { type TestBrowser, testSchool, TestSite } from '@facet/testing';
import { AccountsModule } from '../accounts.module';

const site = await TestSite.open('2026-11-24T12:00:00Z', [AnswerLinksModule, MailModule, StoreRoundsModule, AccountsModule]);
afterAll(() => site.close());

const list = async (browser: TestBrowser): Promise<OwnSessionsView> => OwnSessionsView.parse((await browser.get(path.ownSessions)).body);
const isIn = async (browser: TestBrowser): Promise<boolean> => (await browser.get(path.me)).status === 200;

test('people see where they are signed in, end one of them or all others, and nobody else’s', async () => {
  const { leader, coach } = await testSchool(site.db);
  const here = await site.signedIn(leader.email);
  const others = [await site.signedIn(leader.email.toUpperCase()), await site.signedIn(leader.email)];
  const theirs = await site.signedIn(coach.email);
  expect((await list(here)).map(({ browser, here: own }) => [browser, own])).toEqual([
    ['Firefox on Windows', true],
    ['Firefox on Windows', false],
    ['Firefox on Windows', false],
  ]);
  const [foreign] = await list(theirs);
  for (const id of [foreign?.id ?? '', 'nonsense', '00000000-0000-4000-8000-000000000009'])
    await site.withoutTrace(404, () => here.post(of(path.endSession, id)));

  const [, second] = await list(here);
  expect((await here.post(of(path.endSession, second?.id ?? ''))).status).toBe(204);
  expect((await Promise.all(others.map(isIn))).toSorted()).toEqual([false, true]);
  expect((await here.post(path.endOtherSessions)).status).toBe(204);
  expect(await Promise.all([here, ...others, theirs].map(isIn))).toEqual([true, false, false, true]);
});
