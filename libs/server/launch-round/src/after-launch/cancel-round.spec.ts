import { AccountsModule } from '@facet/accounts';
import { AnswerLinksModule } from '@facet/answer-links';
import { of, path } from '@facet/contract';
import { MailModule } from '@facet/mail';
import { StoreRoundsModule } from '@facet/store-rounds';
import { type TestBrowser, testSchool, type TestSchool, TestSite } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { LaunchRoundModule } from '../launch-round.module';
import { sampleClosing } from '../launch/sample-request';
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

test('a cancelled round tells leader and coach, and colleagues only if they had been invited', async () => {
  expect(await round.leader.post(of(path.cancel, round.id))).toMatchObject({ status: 200, body: { state: 'cancelled' } });
  expect((await mails()).find(({ kind }) => kind === 'round_cancelled')).toMatchObject({ mails: 2 });
  expect((await mails()).filter(({ held }) => held)).toEqual([]);

  round = await launchedRound(site, school);
  await round.coach.post(of(path.confirmColleagues, round.id));
  await round.coach.post(of(path.cancel, round.id));
  expect((await mails()).find(({ kind }) => kind === 'round_cancelled')).toMatchObject({ mails: 6 });
  await site.withoutTrace(200, () => round.coach.post(of(path.cancel, round.id)));
});

test('after cancelling, nothing of the round can be changed, and a new one can be launched', async () => {
  await round.leader.post(of(path.cancel, round.id));
  expect(await site.withoutTrace(409, () => round.leader.post(of(path.closing, round.id), sampleClosing))).toMatchObject({ code: 'over' });
  await site.withoutTrace(409, () => round.coach.post(of(path.confirmColleagues, round.id)));
  await launchedRound(site, school);
});

test('a sealed round is neither cancelled nor opened again', async () => {
  await site.rows('update people.round set sealed_at = $2 where id = $1', round.id, '2026-12-09T19:00:00Z');
  await afterClosing(2);
  expect(await site.withoutTrace(409, () => round.coach.post(of(path.cancel, round.id)))).toMatchObject({ code: 'report_is_made' });
  expect(
    await site.withoutTrace(409, () => round.coach.post(of(path.closing, round.id), { ...sampleClosing, date: '2026-12-24' })),
  ).toMatchObject({
    code: 'over',
  });
});
