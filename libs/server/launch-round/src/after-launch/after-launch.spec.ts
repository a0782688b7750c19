import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { AccountsModule, Sessions } from '@facet/accounts';
import { AnswerLinksModule, tokenHash, VAULT, type Vault } from '@facet/answer-links';
import { type LaunchRequest, of, path, RoundSummary, RoundView } from '@facet/contract';
import { Doorbell, MailModule } from '@facet/mail';
import { StoreRoundsModule } from '@facet/store-rounds';
import { testApplication, TestBrowser, testConfiguration, testDatabase, testSchool, type TestSchool } from '@facet/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import * as z from 'zod';
import { LaunchRoundModule } from '../launch-round.module';

const db = await testDatabase();
const configuration = testConfiguration(db);
let app: NestFastifyApplication;

beforeAll(async () => {
  app = await testApplication(db, [AnswerLinksModule, MailModule, StoreRoundsModule, AccountsModule, LaunchRoundModule], configuration);
  await app.get(Doorbell).ring([randomUUID()]); // the queue makes its tables at the first ring
});
afterAll(async () => {
  await app.close();
  await db.drop();
  await rm(configuration.keysFolder, { recursive: true, force: true });
});

const launchedAt = new Date('2026-11-24T12:00:00Z');
const closesAt = new Date('2026-12-09T18:00:00Z');
const evening = { date: '2026-12-09', time: '18:00', zone: 'Europe/London' };

let school: TestSchool;
let leader: TestBrowser;
let coach: TestBrowser;
let round: string;
let schools = 0;
beforeEach(async () => {
  await db.setClock(launchedAt);
  school = await testSchool(db, `school${++schools}.test`);
  leader = await signedIn(school.leader.email);
  coach = await signedIn(school.coach.email);
  round = await launch();
});

const signedIn = async (address: string) =>
  new TestBrowser(app, await db.database.as('facet_accounts', null, (tx) => app.get(Sessions).begin(tx, address, undefined)));

async function launch(): Promise<string> {
  const request: LaunchRequest = {
    id: randomUUID(),
    framework: school.framework.id,
    coach: school.coach.id,
    colleagues: ['Sam', 'Bo', 'Kim', 'Lee']
      .map((name) => `${name} Hill <${name.toLowerCase()}@${name === 'Lee' ? 'council' : `school${schools}`}.test>, peer`)
      .join('\n'),
    together: {},
    minimum: 3,
    closing: evening,
    message: '',
  };
  expect((await leader.post(path.rounds, request)).status).toBe(201);
  return request.id;
}

/** Sets the clock; sessions that have gone idle begin anew. */
const goTo = async (instant: Date) => {
  await db.setClock(instant);
  leader = await signedIn(school.leader.email);
  coach = await signedIn(school.coach.email);
};
const later = (from: Date, hours: number) => new Date(from.getTime() + hours * 3_600_000);
const rows = <Row>(sql: string, ...parameters: unknown[]): Promise<Row[]> => db.source.query(sql, parameters);
const mails = () =>
  rows<{ kind: string; state: string; held: boolean; mails: number }>(
    `select distinct m.kind, m.state, m.not_before = 'infinity' as held, count(distinct m.id)::int as mails
      from post.mail m left join post.mail_item item on item.mail = m.id left join people.invitation i on i.id = item.invitation
      where i.round = $1 or m.about = $1 group by 1, 2, 3 order by 1, 3`,
    round,
  );
const view = async (browser: TestBrowser) => RoundView.parse((await browser.get(of(path.round, round))).body);
const refusedWithoutTrace = async (status: number, act: () => Promise<{ status: number; body: unknown }>) => {
  const before = await db.dump();
  const answer = await act();
  expect(answer).toMatchObject({ status });
  expect(await db.dump()).toBe(before);
  return answer.body;
};

test('leader and coach see the same round, each with their own next step, and nothing about who has answered', async () => {
  const mine = await view(leader);
  expect(mine).toMatchObject({
    as: 'leader',
    state: 'open',
    colleaguesConfirmed: false,
    closes: { ...evening, words: 'Wednesday 9 December 2026 at 18:00 (Europe/London)' },
    progress: [{ label: 'Peers', word: 'not yet enough' }],
  });
  expect(mine.next).toContain('Ines Moreau checks the list');
  expect(mine.colleagues.map(({ name, group, outside }) => [name, group, outside])).toEqual([
    ['Bo Hill', 'Peers', false],
    ['Kim Hill', 'Peers', false],
    ['Lee Hill', 'Peers', true],
    ['Sam Hill', 'Peers', false],
  ]);
  const theirs = await view(coach);
  expect(theirs.next).toContain('Please check the list of colleagues');
  expect({ ...theirs, as: 'leader', next: mine.next }).toEqual(mine);
});

test('what leader and coach see does not change when a colleague answers, declines or is taken out', async () => {
  const before = await view(leader);
  for (const status of ['answered', 'declined', 'invited']) {
    await rows(
      `update people.invitation set status = $2 where id = (select min(id::text)::uuid from people.invitation where round = $1)`,
      round,
      status,
    );
    expect(await view(leader)).toEqual(before);
  }
});

test('an address that the mail server refused is shown, with what it said', async () => {
  await rows(
    `update post.mail set state = 'rejected', last_text = '550 No such user' where person =
      (select id from people.person where email = $1)`,
    `sam@school${schools}.test`,
  );
  const { colleagues } = await view(leader);
  expect(colleagues.filter(({ needsFixing }) => needsFixing !== null)).toMatchObject([
    { name: 'Sam Hill', needsFixing: 'The mail server does not take this address: 550 No such user' },
  ]);
});

const refuse = (email: string) =>
  rows(`update post.mail set state = 'rejected', last_text = '550' where person = (select id from people.person where email = $1)`, email);
const tokenOf = async (invitation: string) => {
  const [row] = await rows<{ version: number; token_hash: Buffer }>(
    'select version, token_hash from people.invitation where id = $1',
    invitation,
  );
  const secret = await app.get<Vault>(VAULT).get(round);
  return {
    version: row?.version,
    works: row?.token_hash.equals(tokenHash(secret?.token(invitation, row.version) ?? '') ?? Buffer.alloc(0)),
    hash: row?.token_hash,
  };
};

test('row 17: when the coach corrects a refused address, the old link is dead and a mail with a new one leaves at once', async () => {
  await coach.post(of(path.confirmColleagues, round));
  const from = `sam@school${schools}.test`;
  const [sam] = await rows<{ id: string }>(
    `select i.id from people.invitation i join people.person p on p.id = i.person where p.email = $1`,
    from,
  );
  const invitation = sam?.id ?? '';
  const before = await tokenOf(invitation);
  await refuse(from);
  const { status, body } = await coach.post(of(path.address, round), { from, to: ` Sam.Hill@SCHOOL${schools}.test ` });
  expect(status).toBe(200);
  const corrected = RoundView.parse(body).colleagues.find(({ name }) => name === 'Sam Hill');
  expect(corrected).toMatchObject({ email: `Sam.Hill@school${schools}.test`, needsFixing: null });
  const after = await tokenOf(invitation);
  expect(after).toMatchObject({ version: 2, works: true });
  expect(after.hash).not.toEqual(before.hash);
  expect(
    await rows(
      `select m.state, p.email, item.ordinal from post.mail_item item join post.mail m on m.id = item.mail join people.person p on p.id = m.person
        where item.invitation = $1 order by item.ordinal`,
      invitation,
    ),
  ).toEqual([
    { state: 'rejected', email: from, ordinal: 1 },
    { state: 'pending', email: `Sam.Hill@school${schools}.test`, ordinal: 2 },
  ]);
});

test('row 17: an address that works, the leader’s wish, and an address that is somebody else’s change nothing', async () => {
  await coach.post(of(path.confirmColleagues, round));
  const from = `sam@school${schools}.test`;
  const correct = (browser: TestBrowser, to: string) => () => browser.post(of(path.address, round), { from, to });
  expect(await refusedWithoutTrace(409, correct(coach, 'new@school.test'))).toMatchObject({ code: 'address_works' });
  await refuse(from);
  await refusedWithoutTrace(403, correct(leader, 'new@school.test'));
  for (const to of ['', 'new@', 'a@x.test,b@x.test', `BO@school${schools}.test`, `ada+me@school${schools}.test`, school.coach.email])
    expect(await refusedWithoutTrace(400, correct(coach, to))).toMatchObject({ errors: [{ field: 'to' }] });
  await goTo(closesAt);
  await refusedWithoutTrace(409, correct(coach, 'new@school.test'));
});

test('my rounds name what waits for whom', async () => {
  const list = async (browser: TestBrowser) => z.array(RoundSummary).parse((await browser.get(path.rounds)).body);
  expect(await list(leader)).toMatchObject([{ id: round, as: 'leader', leader: { name: 'Ada Okafor' }, coach: { name: 'Ines Moreau' } }]);
  expect(await list(coach)).toMatchObject([{ id: round, as: 'coach', state: 'open' }]);
  expect(await list(await signedIn(school.administrator.email))).toEqual([]);
});

test('when the coach confirms the list, exactly the held mails may leave, once however often it is pressed', async () => {
  expect(await mails()).toEqual([
    { kind: 'check_list', state: 'pending', held: false, mails: 1 },
    { kind: 'invitation', state: 'pending', held: false, mails: 1 },
    { kind: 'invitation', state: 'pending', held: true, mails: 4 },
  ]);
  const answers = await Promise.all([1, 2, 3].map(() => coach.post(of(path.confirmColleagues, round))));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await mails()).toEqual([
    { kind: 'check_list', state: 'pending', held: false, mails: 1 },
    { kind: 'invitation', state: 'pending', held: false, mails: 5 },
  ]);
  expect((await view(coach)).next).toBe('Colleagues can answer until Wednesday 9 December 2026 at 18:00 (Europe/London).');
  await refusedWithoutTrace(200, () => coach.post(of(path.confirmColleagues, round)));
});

test('the list of a round that has closed is not confirmed, and no invitation leaves', async () => {
  await goTo(closesAt);
  expect(await refusedWithoutTrace(409, () => coach.post(of(path.confirmColleagues, round)))).toMatchObject({ code: 'no_longer_open' });
});

test('row 51: the leader cannot confirm their own list', async () => {
  await refusedWithoutTrace(403, () => leader.post(of(path.confirmColleagues, round)));
  await rows(`update people.person set roles = array['leader', 'coach'] where id = $1`, school.leader.id);
  await refusedWithoutTrace(404, () => leader.post(of(path.confirmColleagues, round)));
});

test('row 51: nobody but this round’s leader and coach learns that it exists, by any of its addresses', async () => {
  const strangers = await testSchool(db, `strange${schools}.test`);
  await rows(`update people.person set roles = array['leader', 'coach', 'administrator'] where id = $1`, school.administrator.id);
  const [strangeLeader, strangeCoach, colleague] = [
    await signedIn(strangers.leader.email),
    await signedIn(strangers.coach.email),
    await signedIn(school.administrator.email),
  ];
  for (const browser of [strangeLeader, strangeCoach, colleague]) {
    await refusedWithoutTrace(404, () => browser.get(of(path.round, round)));
    await refusedWithoutTrace(404, () => browser.post(of(path.closing, round), { ...evening, date: '2026-12-10' }));
    await refusedWithoutTrace(404, () => browser.post(of(path.cancel, round)));
  }
  for (const browser of [strangeCoach, colleague]) await refusedWithoutTrace(404, () => browser.post(of(path.confirmColleagues, round)));
  for (const id of [randomUUID(), '1', 'null', '%27%20or%201=1', '..%2f..%2fme']) {
    await refusedWithoutTrace(404, () => leader.get(of(path.round, id)));
    await refusedWithoutTrace(404, () => leader.post(of(path.cancel, id)));
  }
});

test('rows 51, 55, 59: a coach who is coach no more loses the round at once, and a new one sees it at once', async () => {
  await rows(`update people.person set roles = array['leader'] where id = $1`, school.coach.id);
  await refusedWithoutTrace(404, () => coach.get(of(path.round, round)));
  await rows('update people.round set coach = $2 where id = $1', round, school.administrator.id);
  await rows(`update people.person set roles = array['coach'] where id = $1`, school.administrator.id);
  expect((await (await signedIn(school.administrator.email)).get(of(path.round, round))).status).toBe(200);
});

test('the closing moves to a later time, for leader and coach, also when the round has closed already', async () => {
  await coach.post(of(path.confirmColleagues, round));
  expect((await leader.post(of(path.closing, round), { ...evening, date: '2026-12-11' })).status).toBe(200);
  await goTo(later(closesAt, 72));
  expect((await view(coach)).state).toBe('closed');
  const { status, body } = await coach.post(of(path.closing, round), { date: '2026-12-16', time: '24:00', zone: 'Europe/London' });
  expect({ status, body }).toMatchObject({ status: 200, body: { state: 'open', closes: { date: '2026-12-17', time: '00:00' } } });
});

test('saving the closing unchanged never shifts it, in any zone', async () => {
  for (const zone of ['Pacific/Pago_Pago', 'Europe/London', 'Pacific/Kiritimati']) {
    await leader.post(of(path.closing, round), { ...evening, zone });
    const { closes } = await view(leader);
    const { date, time } = closes;
    await refusedWithoutTrace(200, () => leader.post(of(path.closing, round), { date, time, zone: closes.zone }));
  }
});

test('until colleagues have been told a time, the closing may also move to an earlier one; afterwards it may not', async () => {
  expect((await leader.post(of(path.closing, round), { ...evening, date: '2026-12-08' })).status).toBe(200);
  await coach.post(of(path.confirmColleagues, round));
  const body = await refusedWithoutTrace(400, () => leader.post(of(path.closing, round), { ...evening, date: '2026-12-07' }));
  expect(body).toMatchObject({ errors: [{ field: 'closing.date', message: expect.stringContaining('Tuesday 8 December 2026') }] });
});

test('row 63: the closing does not move into the past, to a day that does not exist or to this very minute', async () => {
  for (const closing of [
    { ...evening, date: '2026-11-23' },
    { ...evening, date: '2027-02-31' },
    { ...evening, date: '2026-11-24', time: '12:00' },
    { ...evening, zone: 'Mars/Olympus' },
  ])
    await refusedWithoutTrace(400, () => leader.post(of(path.closing, round), closing));
});

test('row 52: moving the closing changes nothing else', async () => {
  await refusedWithoutTrace(400, () => leader.post(of(path.closing, round), { ...evening, minimum: 1 }));
});

test('a cancelled round tells leader and coach, and colleagues only if they had been invited', async () => {
  expect(await leader.post(of(path.cancel, round))).toMatchObject({ status: 200, body: { state: 'cancelled' } });
  expect((await mails()).find(({ kind }) => kind === 'round_cancelled')).toMatchObject({ mails: 2 });
  expect((await mails()).filter(({ held }) => held)).toEqual([]);

  round = await launch();
  await coach.post(of(path.confirmColleagues, round));
  await coach.post(of(path.cancel, round));
  expect((await mails()).find(({ kind }) => kind === 'round_cancelled')).toMatchObject({ mails: 6 });
  await refusedWithoutTrace(200, () => coach.post(of(path.cancel, round)));
});

test('after cancelling, nothing of the round can be changed, and a new one can be launched', async () => {
  await leader.post(of(path.cancel, round));
  expect(await refusedWithoutTrace(409, () => leader.post(of(path.closing, round), evening))).toMatchObject({ code: 'over' });
  await refusedWithoutTrace(409, () => coach.post(of(path.confirmColleagues, round)));
  await launch();
});

test('a sealed round is neither cancelled nor opened again', async () => {
  await rows('update people.round set sealed_at = $2 where id = $1', round, later(closesAt, 1));
  await goTo(later(closesAt, 2));
  expect(await refusedWithoutTrace(409, () => coach.post(of(path.cancel, round)))).toMatchObject({ code: 'report_is_made' });
  expect(await refusedWithoutTrace(409, () => coach.post(of(path.closing, round), { ...evening, date: '2026-12-24' }))).toMatchObject({
    code: 'over',
  });
});

test('rows 45, 54: reading changes nothing, and HEAD or GET on what changes something do not exist', async () => {
  const before = await db.dump();
  await view(leader);
  await view(coach);
  for (const template of [path.confirmColleagues, path.closing, path.cancel])
    expect((await coach.get(of(template, round))).status).toBe(404);
  expect(await db.dump()).toBe(before);
});
