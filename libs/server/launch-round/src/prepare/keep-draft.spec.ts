import { randomUUID } from 'node:crypto';
import { type DraftSaved, type KeptDraft, path } from '@facet/contract';
import { type TestBrowser, testSchool, type TestSchool, TestSite } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { sampleRequest } from '../launch/sample-request';
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

const half = (colleagues: string) => ({ ...sampleRequest(school), colleagues, framework: '', coach: '' });
const keep = (version: string | null, draft: object, browser = leader) => browser.post(path.launchDraft, { version, draft });
const kept = async (browser = leader): Promise<KeptDraft> => (await browser.get(path.launchDraft)).body as KeptDraft;
const versionOf = ({ body }: { body: unknown }): string => (body as DraftSaved).version;

test('a half-written draft is found again on another device, with when it was saved', async () => {
  expect(await kept()).toEqual({ version: null, draft: null, saved: '' });
  const draft = half('Sam Hill <sam@');
  const version = versionOf(await keep(null, draft));
  const elsewhere = await site.signedIn(school.leader.email);
  expect(await kept(elsewhere)).toEqual({ version, draft, saved: 'Tuesday 24 November 2026 at 12:00 (Europe/London)' });
});

test('two devices never overwrite each other: the second is refused, and what the first typed stands', async () => {
  const version = versionOf(await keep(null, half('Sam')));
  const first = half('Sam and Bo');
  expect(await keep(version, first)).toMatchObject({ status: 200 });
  expect(await keep(version, half('Sam and Kim'))).toMatchObject({ status: 409, body: { code: 'draft_changed_elsewhere' } });
  expect(await keep(null, half('Anew'))).toMatchObject({ status: 409, body: { code: 'draft_changed_elsewhere' } });
  expect((await kept()).draft).toEqual(first);
});

test('twenty saves at one moment, each of its own text: one is kept, the others are told', async () => {
  const version = versionOf(await keep(null, half('')));
  const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => keep(version, half(`Text ${at}`))));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array<number>(19).fill(409)]);
});

test('a save whose answer was lost may be sent again', async () => {
  const draft = half('Sam');
  const version = versionOf(await keep(null, draft));
  expect(versionOf(await keep(null, draft))).toBe(version);
});

test('a draft is its leader’s alone: no other leader, coach or administrator reads it, nor does a query that forgets to ask whose', async () => {
  await keep(null, half('Sam'));
  const other = { id: randomUUID(), email: `other@school${schools}.test` };
  await site.rows(
    `insert into people.person (id, organisation, name, email, roles) values ($1, $2, 'Other', $3, '{leader}')`,
    ...[other.id, school.organisation, other.email],
  );
  expect(await kept(await site.signedIn(other.email))).toMatchObject({ draft: null });
  for (const { email } of [school.coach, school.administrator])
    expect(await (await site.signedIn(email)).get(path.launchDraft)).toMatchObject({ status: 403 });
  const all = await site.db.database.as('facet_people', school.organisation, (tx) => tx.query('select * from people.launch_draft'));
  expect(all).toEqual([]);
});

test('a launched draft is gone, and a page that still shows it is told so', async () => {
  const draft = sampleRequest(school);
  const version = versionOf(await keep(null, draft));
  expect(await leader.post(path.rounds, draft)).toMatchObject({ status: 201 });
  expect(await kept()).toMatchObject({ version: null, draft: null });
  expect(await keep(version, { ...draft, message: 'One word more.' })).toMatchObject({ status: 409, body: { code: 'draft_gone' } });
});

test('a refused launch leaves the draft as it was', async () => {
  const draft = sampleRequest(school, { coach: school.leader.id });
  await keep(null, draft);
  expect(await leader.post(path.rounds, draft)).toMatchObject({ status: 400 });
  expect((await kept()).draft).toEqual(draft);
});

test('a draft of an older release that cannot be read is as good as none, and the next save replaces it', async () => {
  const version = versionOf(await keep(null, half('Sam')));
  await site.rows(`update people.launch_draft set content = '{"old": true}' where version = $1`, version);
  expect(await kept()).toMatchObject({ version, draft: null });
  expect(await keep(version, half('Bo'))).toMatchObject({ status: 200 });
});

test('the longest list of signs that need the most room is kept', async () => {
  expect(await keep(null, half('\u0001'.repeat(100_000)))).toMatchObject({ status: 200 });
});
