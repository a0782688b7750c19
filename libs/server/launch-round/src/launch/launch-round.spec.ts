import { tokenHash, VAULT, type Vault } from '@facet/answer-links';
import { type LaunchRequest, of, path, type RoundView } from '@facet/contract';
import { type TestBrowser, testSchool, type TestSchool, TestSite } from '@facet/testing';
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
const vault = site.app.get<Vault>(VAULT);
const invitationsOf = (round: string) =>
  site.rows<{ id: string; rater_group: string; version: number; token_hash: Buffer }>(
    'select id, rater_group, version, token_hash from people.invitation where round = $1',
    round,
  );

test('one press writes the round, its promise, everybody’s invitation and every mail, with the secret in the vault', async () => {
  const sent = sampleRequest(school);
  const { status, body } = await leader.post(path.rounds, sent);
  expect(status).toBe(201);
  expect(body).toMatchObject({ id: sent.id, state: 'open', as: 'leader', colleaguesConfirmed: false, minimum: 3 });
  expect(await site.rows('select promise, closes_local, zone, message from people.round where id = $1', sent.id)).toEqual([
    {
      promise: {
        minimum: 3,
        commentMinimum: 5,
        groups: [
          { code: 'peer', label: 'Peers with governors and partners', members: ['peer', 'other'] },
          { code: 'direct_report', label: 'Direct reports', members: ['direct_report'] },
        ],
      },
      closes_local: '2026-12-09T18:00',
      zone: 'Europe/London',
      message: sent.message,
    },
  ]);
  const invitations = await invitationsOf(sent.id);
  expect(invitations.map(({ rater_group }) => rater_group).sort()).toEqual(
    ['self', 'line_manager', 'other', ...Array<string>(4).fill('peer'), ...Array<string>(3).fill('direct_report')].sort(),
  );
  const secret = await vault.get(sent.id);
  for (const { id, version, token_hash } of invitations) expect(tokenHash(secret?.token(id, version) ?? '')).toEqual(token_hash);
});

test('the leader’s own invitation and the coach’s request leave at once, all others are held', async () => {
  const sent = sampleRequest(school);
  await leader.post(path.rounds, sent);
  const mails = await site.rows<{ kind: string; held: boolean; person: string; mails: number }>(
    `select m.kind, m.not_before = 'infinity' as held, case when m.person = $2 then 'leader' when m.person = $3 then 'coach' else 'colleague' end as person,
        count(*)::int as mails
      from post.mail m left join post.mail_item item on item.mail = m.id left join people.invitation i on i.id = item.invitation
      where i.round = $1 or m.about = $1 group by 1, 2, 3 order by 1, 2`,
    sent.id,
    school.leader.id,
    school.coach.id,
  );
  expect(mails).toEqual([
    { kind: 'check_list', held: false, person: 'coach', mails: 1 },
    { kind: 'invitation', held: false, person: 'leader', mails: 1 },
    { kind: 'invitation', held: true, person: 'colleague', mails: 9 },
  ]);
});

test('rows 5, 31: the same press twenty times at the same moment launches once, with links that work', async () => {
  const sent = sampleRequest(school);
  const answers = await Promise.all(Array.from({ length: 20 }, () => leader.post(path.rounds, sent)));
  expect(new Set(answers.map(({ status, body }) => `${status} ${(body as RoundView).id}`))).toEqual(new Set([`201 ${sent.id}`]));
  const invitations = await invitationsOf(sent.id);
  expect(invitations).toHaveLength(10);
  const secret = await vault.get(sent.id);
  for (const { id, version, token_hash } of invitations) expect(tokenHash(secret?.token(id, version) ?? '')).toEqual(token_hash);
  const [count] = await site.rows<{ items: number }>(
    'select count(*)::int as items from post.mail_item where invitation = any($1)',
    invitations.map(({ id }) => id),
  );
  expect(count).toEqual({ items: 10 });
});

test('row 5: the same press again, later and with another list, gives the round that is there', async () => {
  const sent = sampleRequest(school);
  const first = await leader.post(path.rounds, sent);
  const again = await site.withoutTrace(201, () => leader.post(path.rounds, { ...sent, colleagues: 'nonsense' }));
  expect(again).toEqual(first.body);
});

test('two tabs with drafts of their own launch one round, and the other is told so', async () => {
  const answers = await Promise.all([launch(), launch(), launch()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'already_open' });
  const [count] = await site.rows<{ rounds: number }>(
    'select count(*)::int as rounds from people.round where leader = $1',
    school.leader.id,
  );
  expect(count).toEqual({ rounds: 1 });
});

test('rows 51, 82: an id that is another leader’s round can neither be launched nor spoil that round’s secret', async () => {
  const theirs = sampleRequest(school);
  await leader.post(path.rounds, theirs);
  const secret = (await vault.get(theirs.id))?.toBytes();
  school = await testSchool(site.db, `strange${++schools}.test`);
  leader = await site.signedIn(school.leader.email);
  expect(await site.withoutTrace(400, () => launch({ id: theirs.id }))).toMatchObject({ errors: [{ field: 'id' }] });
  expect((await vault.get(theirs.id))?.toBytes()).toEqual(secret);
});

test('when the vault fails, nothing is launched, and the next press succeeds', async () => {
  const sent = sampleRequest(school);
  const put = vault.put.bind(vault);
  vault.put = () => Promise.reject(new Error('the disk is full'));
  try {
    await site.withoutTrace(500, () => leader.post(path.rounds, sent));
  } finally {
    vault.put = put;
  }
  expect((await leader.post(path.rounds, sent)).status).toBe(201);
});

test('row 63: 24:00 is kept as midnight of the next day', async () => {
  const { body } = await launch({ closing: { date: '2026-12-09', time: '24:00', zone: 'Europe/London' } });
  expect(body).toMatchObject({
    closes: { date: '2026-12-10', time: '00:00', words: 'Thursday 10 December 2026 at 00:00 (Europe/London)' },
  });
});

test('rows 8, 10, 15: formulas, plus signs and shared mailboxes are taken as they are', async () => {
  const colleagues = `${sampleColleagues}\n=HYPERLINK <sam+work@school.test>, peer\nEveryone <all@school.test>, peer`;
  expect((await launch({ colleagues })).status).toBe(201);
  const added = await site.rows(
    `select name, email from people.person where organisation = $1 and email in ('sam+work@school.test', 'all@school.test') order by email`,
    school.organisation,
  );
  expect(added).toEqual([
    { name: 'Everyone', email: 'all@school.test' },
    { name: '=HYPERLINK', email: 'sam+work@school.test' },
  ]);
});

test('a colleague who is known already keeps name and roles, whatever a list calls them', async () => {
  const { body } = await launch({ colleagues: `${sampleColleagues}\nBoss <${school.administrator.email}>, peer` });
  expect((body as RoundView).colleagues.map(({ name }) => name)).toContain('Priya Nair');
  expect(await site.rows('select roles from people.person where id = $1', school.administrator.id)).toEqual([{ roles: ['administrator'] }]);
});

test('rows 44, 84: no token stands in the database', async () => {
  const sent = sampleRequest(school);
  await leader.post(path.rounds, sent);
  const secret = await vault.get(sent.id);
  const everything = await site.db.dump();
  for (const { id, version } of await invitationsOf(sent.id)) expect(everything).not.toContain(secret?.token(id, version));
});

test('a round reminds as its leader chose at the launch, and as usual where they chose nothing', async () => {
  const schedules = `select first_days, spacing_days, most, closing_soon_days from post.reminder_schedule where round = $1`;
  const chosen = sampleRequest(school, { reminders: { firstDays: 2, spacingDays: 4, most: 5, closingSoon: false } });
  expect((await leader.post(path.rounds, chosen)).status).toBe(201);
  expect(await site.rows(schedules, chosen.id)).toEqual([{ first_days: 2, spacing_days: 4, most: 5, closing_soon_days: null }]);
  await leader.post(of(path.cancel, chosen.id));
  const usual = sampleRequest(school);
  expect((await leader.post(path.rounds, usual)).status).toBe(201);
  expect(await site.rows(schedules, usual.id)).toEqual([{ first_days: 7, spacing_days: 3, most: 3, closing_soon_days: 3 }]);
});
