import { AccountsModule } from '@facet/accounts';
import { AnswerLinksModule } from '@facet/answer-links';
import { of, path, RoundView } from '@facet/contract';
import { MailModule } from '@facet/mail';
import { StoreRoundsModule } from '@facet/store-rounds';
import { type TestBrowser, testSchool, type TestSchool, TestSite } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { LaunchRoundModule } from '../launch-round.module';
import { type LaunchedRound, launchedRound } from './launched-round';

const launchedAt = '2026-11-24T12:00:00Z';
const modules = [AnswerLinksModule, MailModule, StoreRoundsModule, AccountsModule, LaunchRoundModule];
const site = await TestSite.open(launchedAt, modules);
afterAll(() => site.close());

let school: TestSchool;
let round: LaunchedRound<TestBrowser>;
let schools = 0;
beforeEach(async () => {
  await site.db.setClock(launchedAt);
  school = await testSchool(site.db, `school${++schools}.test`);
  round = await launchedRound(site, school);
});

const view = async (browser: TestBrowser) => RoundView.parse((await browser.get(of(path.round, round.id))).body);

/** Hours after the closing; whoever is at a browser signs in anew, because their sessions have gone idle. */
const afterClosing = async (hours: number) => {
  await site.db.setClock(new Date(Date.parse('2026-12-09T18:00:00Z') + hours * 3_600_000));
  round = { ...round, leader: await site.signedIn(school.leader.email), coach: await site.signedIn(school.coach.email) };
};

const mails = () =>
  site.rows<{ kind: string; state: string; held: boolean; mails: number }>(
    `select distinct m.kind, m.state, m.not_before = 'infinity' as held, count(distinct m.id)::int as mails
      from post.mail m left join post.mail_item item on item.mail = m.id left join people.invitation i on i.id = item.invitation
      where i.round = $1 or m.about = $1 group by 1, 2, 3 order by 1, 3`,
    round.id,
  );

test('when the coach confirms the list, exactly the held mails may leave, once however often it is pressed', async () => {
  expect(await mails()).toEqual([
    { kind: 'check_list', state: 'pending', held: false, mails: 1 },
    { kind: 'invitation', state: 'pending', held: false, mails: 1 },
    { kind: 'invitation', state: 'pending', held: true, mails: 4 },
  ]);
  const answers = await Promise.all([1, 2, 3].map(() => round.coach.post(of(path.confirmColleagues, round.id))));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await mails()).toEqual([
    { kind: 'check_list', state: 'pending', held: false, mails: 1 },
    { kind: 'invitation', state: 'pending', held: false, mails: 5 },
  ]);
  expect((await view(round.coach)).next).toBe('Colleagues can answer until Wednesday 9 December 2026 at 18:00 (Europe/London).');
  await site.withoutTrace(200, () => round.coach.post(of(path.confirmColleagues, round.id)));
});

test('the list of a round that has closed is not confirmed, and no invitation leaves', async () => {
  await afterClosing(0);
  expect(await site.withoutTrace(409, () => round.coach.post(of(path.confirmColleagues, round.id)))).toMatchObject({
    code: 'no_longer_open',
  });
});

test('row 51: the leader cannot confirm their own list', async () => {
  await site.withoutTrace(403, () => round.leader.post(of(path.confirmColleagues, round.id)));
  await site.rows(`update people.person set roles = array['leader', 'coach'] where id = $1`, school.leader.id);
  await site.withoutTrace(404, () => round.leader.post(of(path.confirmColleagues, round.id)));
});
