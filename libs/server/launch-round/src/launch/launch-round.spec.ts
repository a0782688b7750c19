import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { Sessions, AccountsModule } from '@facet/accounts';
import { AnswerLinksModule, tokenHash, VAULT, type Vault } from '@facet/answer-links';
import { type LaunchRequest, path, type RoundView } from '@facet/contract';
import { Doorbell, MailModule } from '@facet/mail';
import { StoreRoundsModule } from '@facet/store-rounds';
import { testApplication, TestBrowser, testConfiguration, testDatabase, testSchool, type TestSchool } from '@facet/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { LaunchRoundModule } from '../launch-round.module';

const db = await testDatabase();
const configuration = testConfiguration(db);
let app: NestFastifyApplication;
let vault: Vault;

beforeAll(async () => {
  await db.setClock('2026-11-24T12:00:00Z');
  app = await testApplication(db, [AnswerLinksModule, MailModule, StoreRoundsModule, AccountsModule, LaunchRoundModule], configuration);
  vault = app.get<Vault>(VAULT);
  await app.get(Doorbell).ring([randomUUID()]); // the queue makes its tables at the first ring
});
afterAll(async () => {
  await app.close();
  await db.drop();
  await rm(configuration.keysFolder, { recursive: true, force: true });
});

let school: TestSchool;
let leader: TestBrowser;
let schools = 0;
beforeEach(async () => {
  school = await testSchool(db, `school${++schools}.test`);
  leader = await signedIn(school.leader.email);
});

const signedIn = async (address: string) =>
  new TestBrowser(app, await db.database.as('facet_accounts', null, (tx) => app.get(Sessions).begin(tx, address, undefined)));

const lines = [
  'Ruth Vale <ruth@school.test>, line manager',
  ...['Sam', 'Bo', 'Kim', 'Lee'].map((name) => `${name} Hill <${name.toLowerCase()}@school.test>, peer`),
  ...['Max', 'Uma', 'Zoe'].map((name) => `${name} Day <${name.toLowerCase()}@school.test>, direct report`),
  'Gus Ward <gus@council.test>, governor',
];
const request = (change: Partial<LaunchRequest> = {}): LaunchRequest => ({
  id: randomUUID(),
  framework: school.framework.id,
  coach: school.coach.id,
  colleagues: lines.join('\n'),
  together: { direct_report: 'alone', other: 'peer' },
  minimum: 3,
  closing: { date: '2026-12-09', time: '18:00', zone: 'Europe/London' },
  message: 'I would value your honest view.',
  ...change,
});
const launch = (change: Partial<LaunchRequest> = {}) => leader.post(path.rounds, request(change));
const rows = <Row>(sql: string, ...parameters: unknown[]): Promise<Row[]> => db.source.query(sql, parameters);
const invitationsOf = (round: string) =>
  rows<{ id: string; rater_group: string; version: number; token_hash: Buffer }>(
    'select id, rater_group, version, token_hash from people.invitation where round = $1',
    round,
  );

/** Refused with this status, and neither database, queue nor vault holds anything new. */
const refusedWithoutTrace = async (status: number, act: () => Promise<{ status: number; body: unknown }>) => {
  const before = [await db.dump(), await vault.list()];
  const answer = await act();
  expect(answer).toMatchObject({ status });
  expect([await db.dump(), await vault.list()]).toEqual(before);
  return answer.body as { code: string; errors?: { field: string; line?: number; message: string }[] };
};

test('one press writes the round, its promise, everybody’s invitation and every mail, with the secret in the vault', async () => {
  const sent = request();
  const { status, body } = await leader.post(path.rounds, sent);
  expect(status).toBe(201);
  expect(body).toMatchObject({ id: sent.id, state: 'open', as: 'leader', colleaguesConfirmed: false, minimum: 3 });
  expect(await rows('select promise, closes_local, zone, message from people.round where id = $1', sent.id)).toEqual([
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
  const sent = request();
  await leader.post(path.rounds, sent);
  const mails = await rows<{ kind: string; held: boolean; person: string; mails: number }>(
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
  const sent = request();
  const answers = await Promise.all(Array.from({ length: 20 }, () => leader.post(path.rounds, sent)));
  expect(new Set(answers.map(({ status, body }) => `${status} ${(body as RoundView).id}`))).toEqual(new Set([`201 ${sent.id}`]));
  const invitations = await invitationsOf(sent.id);
  expect(invitations).toHaveLength(10);
  const secret = await vault.get(sent.id);
  for (const { id, version, token_hash } of invitations) expect(tokenHash(secret?.token(id, version) ?? '')).toEqual(token_hash);
  const [count] = await rows<{ items: number }>(
    'select count(*)::int as items from post.mail_item where invitation = any($1)',
    invitations.map(({ id }) => id),
  );
  expect(count).toEqual({ items: 10 });
});

test('row 5: the same press again, later and with another list, gives the round that is there', async () => {
  const sent = request();
  const first = await leader.post(path.rounds, sent);
  const again = await refusedWithoutTrace(201, () => leader.post(path.rounds, { ...sent, colleagues: 'nonsense' }));
  expect(again).toEqual(first.body);
});

test('two tabs with drafts of their own launch one round, and the other is told so', async () => {
  const answers = await Promise.all([launch(), launch(), launch()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'already_open' });
  const [count] = await rows<{ rounds: number }>('select count(*)::int as rounds from people.round where leader = $1', school.leader.id);
  expect(count).toEqual({ rounds: 1 });
});

test('rows 51, 82: an id that is another leader’s round can neither be launched nor spoil that round’s secret', async () => {
  const theirs = request();
  await leader.post(path.rounds, theirs);
  const secret = (await vault.get(theirs.id))?.toBytes();
  school = await testSchool(db, `strange${++schools}.test`);
  leader = await signedIn(school.leader.email);
  const { errors } = await refusedWithoutTrace(400, () => launch({ id: theirs.id }));
  expect(errors).toMatchObject([{ field: 'id' }]);
  expect((await vault.get(theirs.id))?.toBytes()).toEqual(secret);
});

test('when the vault fails, nothing is launched, and the next press succeeds', async () => {
  const sent = request();
  const put = vault.put.bind(vault);
  vault.put = () => Promise.reject(new Error('the disk is full'));
  try {
    await refusedWithoutTrace(500, () => leader.post(path.rounds, sent));
  } finally {
    vault.put = put;
  }
  expect((await leader.post(path.rounds, sent)).status).toBe(201);
});

const badLists: readonly (readonly [string, string, string, number])[] = [
  ['row 1', 'an empty list', '', 1],
  ['row 1', 'a header alone', 'name,email,group', 1],
  ['row 1', 'a spreadsheet', 'PK\u0003\u0004\u0014\u0006', 1],
  ['row 2', 'lost letters', `${lines.join('\n')}\nJ\uFFFDrg Hill <jorg@school.test>, peer`, 10],
  ['row 3', 'a quotation mark that is not closed', 'name,email,group\n"Sam,sam@school.test,peer', 2],
  ['row 3', 'a header without groups', 'name,email\nSam,sam@school.test', 1],
  ['row 6', 'one bad line among good ones', [...lines.slice(0, 4), 'Bad <bad@>, peer', ...lines.slice(4)].join('\n'), 5],
  ['row 7', 'the leader', `${lines.join('\n')}\nMe <LEADER>, peer`, 10],
  ['row 7', 'the coach', `${lines.join('\n')}\nIt <COACH>, peer`, 10],
  ['row 9', 'an address twice, in other capitals', `${lines.join('\n')}\nSam <SAM@School.test>, governor`, 10],
  ['row 12', 'two addresses', `${lines.join('\n')}\nSam <b@y.test,evil@z.test>, peer`, 10],
  ['row 13', 'an escape character', `${lines.join('\n')}\nSam\u001b[2J Hill <sam2@school.test>, peer`, 10],
  ['row 14', 'an address with letters that mail cannot carry', `${lines.join('\n')}\nJörg <jörg@school.test>, peer`, 10],
];
test.each(badLists)('%s: %s is refused by its line, and nothing changes', async (_row, _what, list, line) => {
  const colleagues = list.replace('LEADER', school.leader.email).replace('COACH', school.coach.email);
  const { errors } = await refusedWithoutTrace(400, () => launch({ colleagues }));
  expect(errors).toMatchObject([{ field: 'colleagues', line }]);
});

test('rows 4, 67: a list that is too long is refused with its limit', async () => {
  expect((await refusedWithoutTrace(400, () => launch({ colleagues: 'x'.repeat(100_001) }))).errors?.[0]?.message).toContain('100,000');
  await refusedWithoutTrace(413, () => launch({ colleagues: 'x'.repeat(1_100_000) }));
  const many = Array.from({ length: 201 }, (_, i) => `Sam ${i} <sam${i}@school.test>, peer`).join('\n');
  expect((await refusedWithoutTrace(400, () => launch({ colleagues: many }))).errors).toMatchObject([{ line: 201 }]);
});

test('row 21: a NUL anywhere is refused and never becomes a failure of ours', async () => {
  await refusedWithoutTrace(400, () => launch({ message: 'a\u0000b' }));
  await refusedWithoutTrace(400, () => launch({ colleagues: `${lines.join('\n')}\nS\u0000m <s@school.test>, peer` }));
  await refusedWithoutTrace(400, () => launch({ closing: { date: '2026-12-09', time: '18:00', zone: 'Europe/London\u0000' } }));
});

test('row 40: a minimum below three or above five is refused', async () => {
  for (const minimum of [0, 1, 2, 2.5, 6, -3]) await refusedWithoutTrace(400, () => launch({ minimum }));
});

test('row 40: after the launch nobody lowers the minimum, moves a group or changes the promise, not even in the database', async () => {
  const sent = request();
  await leader.post(path.rounds, sent);
  const lowered = `update people.round set promise = jsonb_set(promise, '{minimum}', '1') where id = $1`;
  await expect(rows(lowered, sent.id)).rejects.toThrow('what was promised at the launch never changes');
  for (const sql of [
    lowered,
    `update people.invitation set rater_group = 'other' where round = $1`,
    `delete from people.invitation where round = $1`,
  ])
    await expect(db.database.as('facet_people', school.organisation, (tx) => tx.query(sql, [sent.id]))).rejects.toThrow(
      'permission denied',
    );
});

test('a small group without a choice, and a choice that is not open to it, refuse the launch at that group', async () => {
  const { errors } = await refusedWithoutTrace(400, () => launch({ together: { other: 'alone' } }));
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
    await refusedWithoutTrace(400, () => leader.post(path.rounds, { ...request(), ...extra }));
  const polluted = JSON.parse('{"__proto__":{"role":"administrator"}}') as object;
  await refusedWithoutTrace(400, () => leader.post(path.rounds, { ...request(), closing: polluted }));
});

test('row 51: coach and framework of another organisation, and a coach who is none, are not found', async () => {
  const other = await testSchool(db, `other${schools}.test`);
  expect((await refusedWithoutTrace(400, () => launch({ coach: other.coach.id }))).errors).toMatchObject([{ field: 'coach' }]);
  expect((await refusedWithoutTrace(400, () => launch({ framework: other.framework.id }))).errors).toMatchObject([{ field: 'framework' }]);
  for (const coach of [school.administrator.id, school.leader.id])
    expect((await refusedWithoutTrace(400, () => launch({ coach }))).errors).toMatchObject([{ field: 'coach' }]);
});

test('row 51: only a leader launches', async () => {
  const body = request();
  for (const { email } of [school.coach, school.administrator]) {
    const browser = await signedIn(email);
    await refusedWithoutTrace(403, () => browser.post(path.rounds, body));
  }
  await refusedWithoutTrace(401, () => new TestBrowser(app).post(path.rounds, body));
});

test('row 61: SQL in every field is text, or refused as the field that it is in', async () => {
  const sql = `'; drop table people.round; --`;
  const sent = request({ message: sql, colleagues: `${lines.join('\n')}\nRobert ${sql} <bobby@school.test>, peer` });
  expect((await leader.post(path.rounds, sent)).status).toBe(201);
  expect(await rows('select message from people.round where id = $1', sent.id)).toEqual([{ message: sql }]);
  expect(await rows(`select name from people.person where email = 'bobby@school.test' and organisation = $1`, school.organisation)).toEqual(
    [{ name: `Robert ${sql}` }],
  );
  for (const change of [{ id: sql }, { framework: sql }, { coach: sql }, { closing: { date: sql, time: sql, zone: sql } }])
    await refusedWithoutTrace(400, () => launch(change));
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
    const { errors } = await refusedWithoutTrace(400, () => launch({ closing: { date, time, zone } }));
    expect(errors?.[0]?.field).toMatch(/^closing\./);
  }
});

test('row 63: 24:00 is kept as midnight of the next day', async () => {
  const { body } = await launch({ closing: { date: '2026-12-09', time: '24:00', zone: 'Europe/London' } });
  expect(body).toMatchObject({
    closes: { date: '2026-12-10', time: '00:00', words: 'Thursday 10 December 2026 at 00:00 (Europe/London)' },
  });
});

test('rows 8, 10, 15: formulas, plus signs and shared mailboxes are taken as they are', async () => {
  const colleagues = `${lines.join('\n')}\n=HYPERLINK <sam+work@school.test>, peer\nEveryone <all@school.test>, peer`;
  expect((await launch({ colleagues })).status).toBe(201);
  const added = await rows(
    `select name, email from people.person where organisation = $1 and email in ('sam+work@school.test', 'all@school.test') order by email`,
    school.organisation,
  );
  expect(added).toEqual([
    { name: 'Everyone', email: 'all@school.test' },
    { name: '=HYPERLINK', email: 'sam+work@school.test' },
  ]);
});

test('a colleague who is known already keeps name and roles, whatever a list calls them', async () => {
  const { body } = await launch({ colleagues: `${lines.join('\n')}\nBoss <${school.administrator.email}>, peer` });
  expect((body as RoundView).colleagues.map(({ name }) => name)).toContain('Priya Nair');
  expect(await rows('select roles from people.person where id = $1', school.administrator.id)).toEqual([{ roles: ['administrator'] }]);
});

test('rows 44, 84: no token stands in the database', async () => {
  const sent = request();
  await leader.post(path.rounds, sent);
  const secret = await vault.get(sent.id);
  const everything = await db.dump();
  for (const { id, version } of await invitationsOf(sent.id)) expect(everything).not.toContain(secret?.token(id, version));
});

test('row 54: a page of another site launches nothing', async () => {
  const payload = JSON.stringify(request());
  const session = await db.database.as('facet_accounts', null, (tx) => app.get(Sessions).begin(tx, school.leader.email, undefined));
  const before = await db.dump();
  const post = (headers: Record<string, string>) =>
    app.inject({ method: 'POST', url: path.rounds, payload, headers, cookies: { '__Host-sid': session } });
  const json = { 'content-type': 'application/json' };
  expect((await post(json)).statusCode).toBe(403);
  expect((await post({ ...json, 'x-facet': '1', 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
  expect((await post({ 'x-facet': '1', 'content-type': 'text/plain' })).statusCode).toBe(415);
  expect((await post({ ...json, 'x-facet': '1', 'x-http-method-override': 'PUT' })).statusCode).toBe(403);
  expect(await db.dump()).toBe(before);
});
