import { AccountsModule } from '@facet/accounts';
import { AnswerLinksModule } from '@facet/answer-links';
import { of, path, RoundView } from '@facet/contract';
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

const view = async (browser: TestBrowser) => RoundView.parse((await browser.get(of(path.round, round.id))).body);

/** Hours after the closing; whoever is at a browser signs in anew, because their sessions have gone idle. */
const afterClosing = async (hours: number) => {
  await site.db.setClock(new Date(Date.parse('2026-12-09T18:00:00Z') + hours * 3_600_000));
  round = { ...round, leader: await site.signedIn(school.leader.email), coach: await site.signedIn(school.coach.email) };
};

test('the closing moves to a later time, for leader and coach, also when the round has closed already', async () => {
  await round.coach.post(of(path.confirmColleagues, round.id));
  expect((await round.leader.post(of(path.closing, round.id), { ...sampleClosing, date: '2026-12-11' })).status).toBe(200);
  await afterClosing(72);
  expect((await view(round.coach)).state).toBe('closed');
  const { status, body } = await round.coach.post(of(path.closing, round.id), { date: '2026-12-16', time: '24:00', zone: 'Europe/London' });
  expect({ status, body }).toMatchObject({ status: 200, body: { state: 'open', closes: { date: '2026-12-17', time: '00:00' } } });
});

test('saving the closing unchanged never shifts it, in any zone', async () => {
  for (const zone of ['Pacific/Pago_Pago', 'Europe/London', 'Pacific/Kiritimati']) {
    await round.leader.post(of(path.closing, round.id), { ...sampleClosing, zone });
    const { closes } = await view(round.leader);
    const { date, time } = closes;
    await site.withoutTrace(200, () => round.leader.post(of(path.closing, round.id), { date, time, zone: closes.zone }));
  }
});

test('until colleagues have been told a time, the closing may also move to an earlier one; afterwards it may not', async () => {
  expect((await round.leader.post(of(path.closing, round.id), { ...sampleClosing, date: '2026-12-08' })).status).toBe(200);
  await round.coach.post(of(path.confirmColleagues, round.id));
  const body = await site.withoutTrace(400, () => round.leader.post(of(path.closing, round.id), { ...sampleClosing, date: '2026-12-07' }));
  expect(body).toMatchObject({ errors: [{ field: 'closing.date', message: expect.stringContaining('Tuesday 8 December 2026') }] });
});

test('row 63: the closing does not move into the past, to a day that does not exist or to this very minute', async () => {
  for (const closing of [
    { ...sampleClosing, date: '2026-11-23' },
    { ...sampleClosing, date: '2027-02-31' },
    { ...sampleClosing, date: '2026-11-24', time: '12:00' },
    { ...sampleClosing, zone: 'Mars/Olympus' },
  ])
    await site.withoutTrace(400, () => round.leader.post(of(path.closing, round.id), closing));
});

test('row 52: moving the closing changes nothing else', async () => {
  await site.withoutTrace(400, () => round.leader.post(of(path.closing, round.id), { ...sampleClosing, minimum: 1 }));
});
