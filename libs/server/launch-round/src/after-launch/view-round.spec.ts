import { randomUUID } from 'node:crypto';
import { of, path, RoundSummary } from '@facet/contract';
import { type TestBrowser, testSchool, TestSite } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import * as z from 'zod';
import { sampleClosing } from '../launch/sample-request';
import { launchedAt, modules, Stage } from '../stage';

const site = await TestSite.open(launchedAt, modules);
const stage = new Stage(site, (domain) => testSchool(site.db, domain));
beforeEach(() => stage.begin());
afterAll(() => site.close());

test('leader and coach see the same round, each with their own next step, and nothing about who has answered', async () => {
  const mine = await stage.view(stage.leader);
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
  const theirs = await stage.view(stage.coach);
  expect(theirs.next).toContain('Please check the list of colleagues');
  const unmarked = theirs.colleagues.map((colleague) => ({ ...colleague, marks: [] }));
  expect({ ...theirs, as: 'leader', next: mine.next, remarks: [], colleagues: unmarked }).toEqual(mine);
});

test('what leader and coach see does not change when a colleague answers, declines or is taken out', async () => {
  const before = await stage.view(stage.leader);
  for (const status of ['answered', 'declined', 'invited']) {
    await site.rows(
      `update people.invitation set status = $2 where id = (select min(id::text)::uuid from people.invitation where round = $1)`,
      stage.round,
      status,
    );
    expect(await stage.view(stage.leader)).toEqual(before);
  }
});

test('once there is a report, or none is to come, no word about the answers is left beside it', async () => {
  for (const over of ['sealed_at', 'cancelled_at']) {
    await site.rows(`update people.round set ${over} = $2 where id = $1`, stage.round, launchedAt);
    for (const browser of [stage.leader, stage.coach]) expect((await stage.view(browser)).progress).toEqual([]);
    await site.rows(`update people.round set ${over} = null where id = $1`, stage.round);
  }
});

test('only the coach reads what is unusual about a list, and only until it is confirmed', async () => {
  const marksFor = async (browser: TestBrowser) => {
    const { colleagues, remarks } = await stage.view(browser);
    return [...remarks, ...colleagues.filter(({ marks }) => marks.length > 0).map(({ name, marks }) => `${name}: ${marks.join()}`)];
  };
  expect(await marksFor(stage.coach)).toEqual(['Lee Hill: Outside the organisation']);
  expect(await marksFor(stage.leader)).toEqual([]);
  await stage.confirm();
  expect(await marksFor(stage.coach)).toEqual([]);
});

test('an address that the mail server refused is shown, with what it said', async () => {
  await site.rows(
    `update post.mail set state = 'rejected', last_text = '550 No such user' where person =
      (select id from people.person where email = $1)`,
    `sam@${stage.domain}`,
  );
  const { colleagues } = await stage.view(stage.leader);
  expect(colleagues.filter(({ needsFixing }) => needsFixing !== null)).toMatchObject([
    { name: 'Sam Hill', needsFixing: 'The mail server does not take this address: 550 No such user' },
  ]);
});

const marked = async (browser: TestBrowser): Promise<(string | null)[]> =>
  (await stage.view(browser)).colleagues.filter(({ needsFixing }) => needsFixing !== null).map(({ name }) => name);
/** What became of another mail to Sam, in this organisation but of no round that this leader or coach knows of. */
const otherMail = async (kind: string, state: 'sent' | 'rejected', at: string): Promise<void> => {
  const [mail] = await site.rows<{ id: string }>(
    `insert into post.mail (id, organisation, dedupe_key, person, kind, not_before, give_up_at)
      select gen_random_uuid(), organisation, gen_random_uuid()::text, id, $2, $3, 'infinity' from people.person where email = $1 returning id`,
    `sam@${stage.domain}`,
    kind,
    at,
  );
  await site.rows('update post.mail set state = $2 where id = $1', mail?.id, state);
};

test('an address that another round’s invitation did not reach is marked in every round, once, until it takes a mail again', async () => {
  await stage.confirm();
  await site.rows(`update post.mail set state = 'sent' where kind = 'invitation' and state = 'pending'`);
  expect(await marked(stage.leader)).toEqual([]);
  await otherMail('invitation', 'rejected', '2026-11-25T09:00Z');
  await otherMail('invitation', 'rejected', '2026-11-25T09:00Z');
  for (const browser of [stage.leader, stage.coach]) expect(await marked(browser)).toEqual(['Sam Hill']);
  await otherMail('sign_in', 'sent', '2026-11-26T09:00Z');
  expect(await marked(stage.leader)).toEqual([]);
});

test('a reminder that came back marks nobody: whom it was sent to had not answered', async () => {
  await stage.confirm();
  await site.rows(`update post.mail set state = 'sent' where kind = 'invitation' and state = 'pending'`);
  for (const kind of ['reminder', 'answers_unread']) await otherMail(kind, 'rejected', '2026-11-25T09:00Z');
  for (const browser of [stage.leader, stage.coach]) expect(await marked(browser)).toEqual([]);
});

test('my rounds name what waits for whom', async () => {
  const list = async (browser: TestBrowser) => z.array(RoundSummary).parse((await browser.get(path.rounds)).body);
  expect(await list(stage.leader)).toMatchObject([
    { id: stage.round, as: 'leader', leader: { name: 'Ada Okafor' }, coach: { name: 'Ines Moreau' } },
  ]);
  expect(await list(stage.coach)).toMatchObject([{ id: stage.round, as: 'coach', state: 'open' }]);
  expect(await list(await site.signedIn(stage.school.administrator.email))).toEqual([]);
});

test('a coach of two organisations sees the leaders of both, each where it is, and in which the report waits too long', async () => {
  const [first, theirs] = [stage.round, stage.school.coach.email];
  await stage.begin();
  await site.rows('update people.person set email = $2 where id = $1', stage.school.coach.id, theirs);
  await site.rows(`update people.organisation set name = 'Second School' where id = $1`, stage.school.organisation);
  await site.rows('update people.round set sealed_at = $2 where id = $1', stage.round, launchedAt);
  await site.db.setClock('2026-12-01T12:00:00Z');
  const rounds = async () => z.array(RoundSummary).parse((await (await site.signedIn(theirs)).get(path.rounds)).body);
  const seen = await rounds();
  expect(seen.map(({ id }) => id).toSorted()).toEqual([first, stage.round].toSorted());
  expect(seen.filter(({ organisation }) => organisation === 'Second School')).toMatchObject([{ id: stage.round, overdue: true }]);
  expect(seen.find(({ id }) => id === first)).toMatchObject({ overdue: false });
  await site.rows(`update people.round set releases_at = $2, release_chosen = true where id = $1`, stage.round, '2026-12-04T09:00:00Z');
  const chosen = (await rounds()).find(({ id }) => id === stage.round);
  expect(chosen).toMatchObject({ overdue: false, dayChosen: true });
  expect(chosen?.next).toContain('Friday 4 December 2026 at 09:00');
});

test('leader and coach read that a report was withdrawn, and neither is led to it', async () => {
  await site.rows('update people.round set sealed_at = $2, withdrawn_at = $2 where id = $1', stage.round, launchedAt);
  for (const browser of [stage.leader, stage.coach]) {
    expect(await stage.view(browser)).toMatchObject({ withdrawn: true, next: expect.stringContaining('was withdrawn') as unknown });
    expect((await browser.get(path.rounds)).body).toMatchObject([{ id: stage.round, withdrawn: true, overdue: false }]);
  }
});

test('row 51: nobody but this round’s leader and coach learns that it exists, by any of its addresses', async () => {
  const strangers = await testSchool(site.db, `strange.test`);
  await site.rows(
    `update people.person set roles = array['leader', 'coach', 'administrator'] where id = $1`,
    stage.school.administrator.id,
  );
  const [strangeLeader, strangeCoach, colleague] = [
    await site.signedIn(strangers.leader.email),
    await site.signedIn(strangers.coach.email),
    await site.signedIn(stage.school.administrator.email),
  ];
  for (const browser of [strangeLeader, strangeCoach, colleague]) {
    await site.withoutTrace(404, () => browser.get(stage.at(path.round)));
    await site.withoutTrace(404, () => browser.post(stage.at(path.closing), { ...sampleClosing, date: '2026-12-10' }));
    await site.withoutTrace(404, () => browser.post(stage.at(path.cancel)));
  }
  for (const browser of [strangeCoach, colleague]) {
    await site.withoutTrace(404, () => browser.post(stage.at(path.confirmColleagues), { list: 'any' }));
    await site.withoutTrace(404, () => browser.post(stage.at(path.address), { from: 'sam@stage.school.test', to: 'me@stage.school.test' }));
  }
  for (const id of [randomUUID(), '1', 'null', '%27%20or%201=1', '..%2f..%2fme']) {
    await site.withoutTrace(404, () => stage.leader.get(of(path.round, id)));
    await site.withoutTrace(404, () => stage.leader.post(of(path.cancel, id)));
  }
});

test('rows 51, 55, 59: a coach who is coach no more loses the round at once, and a new one sees it at once', async () => {
  await site.rows(`update people.person set roles = array['leader'] where id = $1`, stage.school.coach.id);
  await site.withoutTrace(404, () => stage.coach.get(stage.at(path.round)));
  await site.rows(`update people.person set roles = array['coach'] where id = $1`, stage.school.administrator.id);
  await site.rows('update people.round set coach = $2 where id = $1', stage.round, stage.school.administrator.id);
  expect((await (await site.signedIn(stage.school.administrator.email)).get(stage.at(path.round))).status).toBe(200);
});

test('rows 45, 54: reading changes nothing, and what changes something cannot be read', async () => {
  const before = await site.db.dump();
  await stage.view(stage.leader);
  await stage.view(stage.coach);
  for (const template of [path.confirmColleagues, path.address, path.closing, path.cancel])
    expect((await stage.coach.get(stage.at(template))).status).toBe(404);
  expect(await site.db.dump()).toBe(before);
});
