import { randomUUID } from 'node:crypto';
import { AccountsModule } from '@facet/accounts';
import { AnswerLinksModule } from '@facet/answer-links';
import { of, path, RoundSummary, RoundView } from '@facet/contract';
import { MailModule } from '@facet/mail';
import { StoreRoundsModule } from '@facet/store-rounds';
import { type TestBrowser, testSchool, type TestSchool, TestSite } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import * as z from 'zod';
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

test('leader and coach see the same round, each with their own next step, and nothing about who has answered', async () => {
  const mine = await view(round.leader);
  expect(mine).toMatchObject({
    as: 'leader',
    state: 'open',
    colleaguesConfirmed: false,
    closes: { ...sampleClosing, words: 'Wednesday 9 December 2026 at 18:00 (Europe/London)' },
    progress: [{ label: 'Peers', word: 'not yet enough' }],
  });
  expect(mine.next).toContain('Ines Moreau checks the list');
  expect(mine.colleagues.map(({ name, group, outside }) => [name, group, outside])).toEqual([
    ['Bo Hill', 'Peers', false],
    ['Kim Hill', 'Peers', false],
    ['Lee Hill', 'Peers', true],
    ['Sam Hill', 'Peers', false],
  ]);
  const theirs = await view(round.coach);
  expect(theirs.next).toContain('Please check the list of colleagues');
  expect({ ...theirs, as: 'leader', next: mine.next }).toEqual(mine);
});

test('what leader and coach see does not change when a colleague answers, declines or is taken out', async () => {
  const before = await view(round.leader);
  for (const status of ['answered', 'declined', 'invited']) {
    await site.rows(
      `update people.invitation set status = $2 where id = (select min(id::text)::uuid from people.invitation where round = $1)`,
      round.id,
      status,
    );
    expect(await view(round.leader)).toEqual(before);
  }
});

test('an address that the mail server refused is shown, with what it said', async () => {
  await site.rows(
    `update post.mail set state = 'rejected', last_text = '550 No such user' where person =
      (select id from people.person where email = $1)`,
    `sam@school${schools}.test`,
  );
  const { colleagues } = await view(round.leader);
  expect(colleagues.filter(({ needsFixing }) => needsFixing !== null)).toMatchObject([
    { name: 'Sam Hill', needsFixing: 'The mail server does not take this address: 550 No such user' },
  ]);
});

test('my rounds name what waits for whom', async () => {
  const list = async (browser: TestBrowser) => z.array(RoundSummary).parse((await browser.get(path.rounds)).body);
  expect(await list(round.leader)).toMatchObject([
    { id: round.id, as: 'leader', leader: { name: 'Ada Okafor' }, coach: { name: 'Ines Moreau' } },
  ]);
  expect(await list(round.coach)).toMatchObject([{ id: round.id, as: 'coach', state: 'open' }]);
  expect(await list(await site.signedIn(school.administrator.email))).toEqual([]);
});

test('row 51: nobody but this round’s leader and coach learns that it exists, by any of its addresses', async () => {
  const strangers = await testSchool(site.db, `strange${schools}.test`);
  await site.rows(`update people.person set roles = array['leader', 'coach', 'administrator'] where id = $1`, school.administrator.id);
  const [strangeLeader, strangeCoach, colleague] = [
    await site.signedIn(strangers.leader.email),
    await site.signedIn(strangers.coach.email),
    await site.signedIn(school.administrator.email),
  ];
  for (const browser of [strangeLeader, strangeCoach, colleague]) {
    await site.withoutTrace(404, () => browser.get(of(path.round, round.id)));
    await site.withoutTrace(404, () => browser.post(of(path.closing, round.id), { ...sampleClosing, date: '2026-12-10' }));
    await site.withoutTrace(404, () => browser.post(of(path.cancel, round.id)));
  }
  for (const browser of [strangeCoach, colleague]) {
    await site.withoutTrace(404, () => browser.post(of(path.confirmColleagues, round.id)));
    await site.withoutTrace(404, () => browser.post(of(path.address, round.id), { from: 'sam@school.test', to: 'me@school.test' }));
  }
  for (const id of [randomUUID(), '1', 'null', '%27%20or%201=1', '..%2f..%2fme']) {
    await site.withoutTrace(404, () => round.leader.get(of(path.round, id)));
    await site.withoutTrace(404, () => round.leader.post(of(path.cancel, id)));
  }
});

test('rows 51, 55, 59: a coach who is coach no more loses the round at once, and a new one sees it at once', async () => {
  await site.rows(`update people.person set roles = array['leader'] where id = $1`, school.coach.id);
  await site.withoutTrace(404, () => round.coach.get(of(path.round, round.id)));
  await site.rows('update people.round set coach = $2 where id = $1', round.id, school.administrator.id);
  await site.rows(`update people.person set roles = array['coach'] where id = $1`, school.administrator.id);
  expect((await (await site.signedIn(school.administrator.email)).get(of(path.round, round.id))).status).toBe(200);
});

test('rows 45, 54: reading changes nothing, and what changes something cannot be read', async () => {
  const before = await site.db.dump();
  await view(round.leader);
  await view(round.coach);
  for (const template of [path.confirmColleagues, path.address, path.closing, path.cancel])
    expect((await round.coach.get(of(template, round.id))).status).toBe(404);
  expect(await site.db.dump()).toBe(before);
});
