import { type LaunchRequest, path, type Problem } from '@facet/contract';
import { type TestAnswer, type TestBrowser, testSchool, type TestSchool, TestSite } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { sampleColleagues, sampleRequest } from './sample-request';
import { launchedAt, modules } from '../stage';

const site = await TestSite.open(launchedAt, modules);
afterAll(() => site.close());

let school: TestSchool;
let leader: TestBrowser;
let schools = 0;
beforeEach(async () => {
  school = await testSchool(site.db, `school${++schools}.test`);
  leader = await site.signedIn(school.leader.email);
});

const launch = (change: Partial<LaunchRequest> = {}) => leader.post(path.rounds, sampleRequest(school, change));
const refused = async (status: number, ask: () => Promise<TestAnswer>) => (await site.withoutTrace(status, ask)) as Problem;

const badLists: readonly (readonly [string, string, string, number])[] = [
  ['row 1', 'an empty list', '', 1],
  ['row 1', 'a header alone', 'name,email,group', 1],
  ['row 1', 'a spreadsheet', 'PK\u0003\u0004\u0014\u0006', 1],
  ['row 2', 'lost letters', `${sampleColleagues}\nJ\uFFFDrg Hill <jorg@school.test>, peer`, 10],
  ['row 3', 'a quotation mark that is not closed', 'name,email,group\n"Sam,sam@school.test,peer', 2],
  ['row 3', 'a list without groups', 'name,email\nSam,sam@school.test', 2],
  ['row 6', 'one bad line among good ones', sampleColleagues.replace(/^Lee.*$/m, 'Bad <bad@>, peer'), 5],
  ['row 7', 'the leader', `${sampleColleagues}\nMe <LEADER>, peer`, 10],
  ['row 7', 'the coach', `${sampleColleagues}\nIt <COACH>, peer`, 10],
  ['row 9', 'an address twice, in other capitals', `${sampleColleagues}\nSam <SAM@School.test>, governor`, 10],
  ['row 12', 'two addresses', `${sampleColleagues}\nSam <b@y.test,evil@z.test>, peer`, 10],
  ['row 13', 'an escape character', `${sampleColleagues}\nSam\u001b[2J Hill <sam2@school.test>, peer`, 10],
  ['row 14', 'an address with letters that mail cannot carry', `${sampleColleagues}\nJörg <jörg@school.test>, peer`, 10],
];
test.each(badLists)('%s: %s is refused by its line, and nothing changes', async (_row, _what, list, line) => {
  const colleagues = list.replace('LEADER', school.leader.email).replace('COACH', school.coach.email);
  const { errors } = await refused(400, () => launch({ colleagues }));
  expect(errors).toMatchObject([{ field: 'colleagues', line }]);
});

test('rows 4, 67: a list that is too long is refused with its limit', async () => {
  expect((await refused(400, () => launch({ colleagues: 'x'.repeat(100_001) }))).errors?.[0]?.message).toContain('100,000');
  await refused(413, () => launch({ colleagues: 'x'.repeat(1_100_000) }));
  const many = Array.from({ length: 201 }, (_, i) => `Sam ${i} <sam${i}@school.test>, peer`).join('\n');
  expect((await refused(400, () => launch({ colleagues: many }))).errors).toMatchObject([{ line: 201 }]);
});

test('row 21: a NUL anywhere is refused and never becomes a failure of ours', async () => {
  await refused(400, () => launch({ message: 'a\u0000b' }));
  await refused(400, () => launch({ colleagues: `${sampleColleagues}\nS\u0000m <s@school.test>, peer` }));
  await refused(400, () => launch({ closing: { date: '2026-12-09', time: '18:00', zone: 'Europe/London\u0000' } }));
});

test('row 40: a minimum below three or above five is refused', async () => {
  for (const minimum of [0, 1, 2, 2.5, 6, -3]) await refused(400, () => launch({ minimum }));
});

test('row 40: after the launch nobody lowers the minimum, changes the promise or deletes an invitation, not even in the database', async () => {
  const sent = sampleRequest(school);
  await leader.post(path.rounds, sent);
  const lowered = `update people.round set promise = jsonb_set(promise, '{minimum}', '1') where id = $1`;
  await expect(site.rows(lowered, sent.id)).rejects.toThrow('what was promised at the launch never changes');
  for (const sql of [
    lowered,
    `update people.invitation set status = 'answered' where round = $1`,
    `delete from people.invitation where round = $1`,
  ])
    await expect(site.db.database.as('facet_people', school.organisation, (tx) => tx.query(sql, [sent.id]))).rejects.toThrow(
      'permission denied',
    );
});

test('a small group without a choice, and a choice that is not open to it, refuse the launch at that group', async () => {
  const { errors } = await refused(400, () => launch({ together: { other: 'alone' } }));
  expect(errors?.map(({ field }) => field).sort()).toEqual(['together.direct_report', 'together.other']);
});

test('row 52: fields that nobody asked for are refused, whatever they would set', async () => {
  for (const extra of [
    { organisation: school.organisation },
    { leader: school.coach.id },
    { launchedAt: '2020-01-01' },
    { constructor: {} },
    { k: 1 },
  ])
    await refused(400, () => leader.post(path.rounds, { ...sampleRequest(school), ...extra }));
  const polluted = JSON.parse('{"__proto__":{"role":"administrator"}}') as object;
  await refused(400, () => leader.post(path.rounds, { ...sampleRequest(school), closing: polluted }));
});

test('row 51: coach and framework of another organisation, and a coach who is none, are not found', async () => {
  const other = await testSchool(site.db, `other${schools}.test`);
  expect((await refused(400, () => launch({ coach: other.coach.id }))).errors).toMatchObject([{ field: 'coach' }]);
  expect((await refused(400, () => launch({ framework: other.framework.id }))).errors).toMatchObject([{ field: 'framework' }]);
  for (const coach of [school.administrator.id, school.leader.id])
    expect((await refused(400, () => launch({ coach }))).errors).toMatchObject([{ field: 'coach' }]);
});

test('row 59: another address of the leader’s own is no coach of their round', async () => {
  const [name, domain] = school.leader.email.split('@');
  const [own] = await site.rows<{ id: string }>(
    `insert into people.person (id, organisation, name, email, roles) values (gen_random_uuid(), $1, 'A. Okafor', $2, '{coach}') returning id`,
    ...[school.organisation, `${name ?? ''}+coach@${domain ?? ''}`],
  );
  expect((await refused(400, () => launch({ coach: own?.id ?? '' }))).errors).toMatchObject([{ field: 'coach' }]);
});

test('row 51: only a leader launches', async () => {
  const body = sampleRequest(school);
  for (const { email } of [school.coach, school.administrator]) {
    const browser = await site.signedIn(email);
    await refused(403, () => browser.post(path.rounds, body));
  }
  await refused(401, () => site.signedOut().post(path.rounds, body));
});

test('row 61: SQL in every field is text, or refused as the field that it is in', async () => {
  const sql = `'; drop table people.round; --`;
  const sent = sampleRequest(school, { message: sql, colleagues: `${sampleColleagues}\nRobert ${sql} <bobby@school.test>, peer` });
  expect((await leader.post(path.rounds, sent)).status).toBe(201);
  expect(await site.rows('select message from people.round where id = $1', sent.id)).toEqual([{ message: sql }]);
  expect(
    await site.rows(`select name from people.person where email = 'bobby@school.test' and organisation = $1`, school.organisation),
  ).toEqual([{ name: `Robert ${sql}` }]);
  for (const change of [{ id: sql }, { framework: sql }, { coach: sql }, { closing: { date: sql, time: sql, zone: sql } }])
    await refused(400, () => launch(change));
});

test('row 63: a closing that has passed, does not exist or is too far away is refused', async () => {
  const closings: readonly (readonly [string, string, string])[] = [
    ['2026-11-24', '11:59', 'Europe/London'],
    ['2026-11-24', '12:00', 'Europe/London'],
    ['2027-02-31', '18:00', 'Europe/London'],
    ['2026-12-09', '24:30', 'Europe/London'],
    ['2027-03-28', '01:30', 'Europe/London'],
    ['2026-12-09', '18:00', 'Mars/Olympus'],
    ['2099-12-09', '18:00', 'Europe/London'],
  ];
  for (const [date, time, zone] of closings) {
    const { errors } = await refused(400, () => launch({ closing: { date, time, zone } }));
    expect(errors?.[0]?.field).toMatch(/^closing\./);
  }
});

test('row 54: a page of another site launches nothing', async () => {
  const from = (headers: Record<string, string>) => () => leader.post(path.rounds, sampleRequest(school), headers);
  await refused(403, from({ 'x-facet': '' }));
  await refused(403, from({ 'sec-fetch-site': 'cross-site' }));
  await refused(403, from({ 'x-http-method-override': 'PUT' }));
  await refused(415, from({ 'content-type': 'text/plain' }));
});

test('reminders that would be a nuisance are refused at their field, in plain words, and before the launch by the preview', async () => {
  const reminders = { firstDays: 7, spacingDays: 1, most: 9, closingSoon: true };
  const refused = await site.withoutTrace(400, () => leader.post(path.rounds, sampleRequest(school, { reminders })));
  const errors = [
    { field: 'reminders.spacingDays', message: 'Between two reminders lie 2 to 14 days. Choose a number between them.' },
    { field: 'reminders.most', message: 'One colleague gets 0 to 5 reminders. Choose a number between them.' },
  ];
  expect(refused).toMatchObject({ errors });
  expect((await leader.post(path.launchPreview, sampleRequest(school, { reminders }))).body).toMatchObject({ errors });
});
