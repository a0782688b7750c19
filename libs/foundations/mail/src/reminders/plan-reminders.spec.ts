import { RecordingSmtp, testDatabase } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { PostOffice } from '../post-office';
import { ReminderStage } from './reminder-stage';

const db = await testDatabase();
const smtp = await RecordingSmtp.start();
const office = await PostOffice.open({ db, smtp });
const stage = await ReminderStage.open(office, smtp, db.database);

/** Rounds of this file close on Friday 11 December at 10:00, so that the reminder before that is due from Tuesday at 10:00. */
const TOO_EARLY = '2026-12-08T09:59:59Z';
const DUE = '2026-12-08T10:00:00Z';
const CLOSES = '2026-12-11T10:00:00Z';

beforeEach(() => stage.empty());
afterAll(async () => {
  await stage.close();
  await smtp.stop();
  await office.close();
  await db.drop();
});

const roundOf = (leader: string, closesAt = CLOSES): Promise<string> => stage.roundOf(leader, closesAt);
const invited = async (leader: string, colleague: string, closesAt = CLOSES): Promise<string> =>
  stage.invite(await roundOf(leader, closesAt), await stage.person(colleague));

test('a colleague who has not answered is reminded three days before closing: not earlier, not after closing', async () => {
  await invited('Ada', 'Sam');
  await stage.tick(TOO_EARLY);
  expect(smtp.messages).toHaveLength(0);
  await stage.tick(DUE);
  expect(smtp.messages.map(({ mail }) => mail.subject)).toEqual(['Reminder: your view of Ada’s leadership by Friday 11 December']);
  expect(smtp.messages[0]?.mail.text).toContain('that is in 3 days');

  await stage.empty();
  await invited('Ben', 'Tim');
  await stage.tick(CLOSES);
  expect(smtp.messages).toHaveLength(0);
});

test('in a longer round the first reminder comes a week after the invitation, and three are the most', async () => {
  await invited('Ada', 'Sam', '2027-01-15T10:00:00Z');
  const days = ['2026-12-08T08:59:00Z', '2026-12-08T09:01:00Z', '2026-12-10T09:00:00Z', '2026-12-11T09:02:00Z', '2026-12-21T09:00:00Z'];
  const sent: number[] = [];
  for (const day of [...days, '2027-01-12T09:59:00Z', '2027-01-12T10:00:00Z', '2027-01-14T09:00:00Z']) {
    await stage.tick(day);
    sent.push(smtp.messages.length);
  }
  expect(sent).toEqual([0, 1, 1, 2, 2, 2, 3, 3]);
  expect(await stage.items()).toEqual([
    { kind: 'reminder', ordinal: 1, state: 'sent', dropped: false },
    { kind: 'reminder', ordinal: 2, state: 'sent', dropped: false },
    { kind: 'closing_soon', ordinal: 3, state: 'sent', dropped: false },
  ]);
});

test('a round may remind in its own way', async () => {
  const round = await roundOf('Ada', '2026-12-18T10:00:00Z');
  await office.sql(`insert into post.reminder_schedule values ($1, $2, null, 1, 1, 7)`, [round, office.organisation]);
  await stage.invite(round, await stage.person('Sam'));
  await stage.tick('2026-12-11T09:00:00Z');
  expect(smtp.messages).toHaveLength(0);
  for (const day of ['2026-12-11T10:00:00Z', '2026-12-14T10:00:00Z', '2026-12-17T10:00:00Z']) await stage.tick(day);
  expect(smtp.messages).toHaveLength(1);
});

test('however often and from however many processes the reminders are planned, each colleague gets one', async () => {
  const round = await roundOf('Ada');
  for (const name of ['Sam', 'Tim']) await stage.invite(round, await stage.person(name));
  await db.setClock(DUE);
  await Promise.all(Array.from({ length: 8 }, () => stage.planner().run()));
  for (const at of [DUE, '2026-12-09T10:00:00Z', '2026-12-10T10:00:00Z']) await stage.tick(at);
  expect(smtp.messages).toHaveLength(2);
  expect(new Set(smtp.messages.map(({ to }) => to.join())).size).toBe(2);
});

test.each(['answered', 'declined', 'revoked'])('a colleague whose invitation is %s gets no reminder', async (status) => {
  await stage.answer(await invited('Ada', 'Sam'), status);
  await stage.tick(DUE);
  expect(smtp.messages).toHaveLength(0);
});

test.each(['answered', 'declined', 'revoked'])(
  'what has been planned for a colleague who is %s before it leaves is dropped',
  async (status) => {
    const invitation = await invited('Ada', 'Sam');
    await db.setClock(DUE);
    expect(await stage.planner().run()).toBe(1);
    await stage.answer(invitation, status);
    await stage.tick(DUE);
    expect(smtp.messages).toHaveLength(0);
    expect(await stage.items()).toEqual([{ kind: 'closing_soon', ordinal: 1, state: 'cancelled', dropped: true }]);
  },
);

test('cancelling a round stops its reminders, those that were planned as well', async () => {
  const [planned, later] = [await roundOf('Ada'), await roundOf('Ben', '2026-12-12T10:00:00Z')];
  await stage.invite(planned, await stage.person('Sam'));
  await stage.invite(later, await stage.person('Tim'));
  await db.setClock(DUE);
  expect(await stage.planner().run()).toBe(1);
  await office.sql('update people.round set cancelled_at = $1 where id in ($2, $3)', [DUE, planned, later]);
  for (const at of [DUE, '2026-12-09T10:00:00Z', '2026-12-11T09:00:00Z']) await stage.tick(at);
  expect(smtp.messages).toHaveLength(0);
});

test('nobody is reminded of an invitation that never reached them, that left less than a day before, or whose round is cancelled', async () => {
  const rounds = await Promise.all(['Ada', 'Ben', 'Cas'].map((name) => roundOf(name)));
  const [bounced = '', cancelled = '', sudden = ''] = rounds;
  smtp.answerWith({ at: 'RCPT', reply: { code: 550, text: 'no such user' } });
  await stage.invite(bounced, await stage.person('Sam'));
  await stage.invite(cancelled, await stage.person('Tim'));
  await office.sql('update people.round set cancelled_at = $2 where id = $1', [cancelled, DUE]);
  await db.setClock('2026-12-07T11:00:00Z');
  await stage.invite(sudden, await stage.person('Una'));
  for (const at of [DUE, '2026-12-10T10:00:00Z']) await stage.tick(at);
  expect(smtp.messages).toHaveLength(0);
});

test('whoever does not want to be reminded is left in peace, even where the reminder was planned already', async () => {
  const [before, after] = [await stage.person('Sam'), await stage.person('Tim')];
  const round = await roundOf('Ada');
  for (const person of [before, after]) await stage.invite(round, person);
  const optOut = (person: string): Promise<unknown> =>
    office.sql(`insert into post.suppression values ($1, $2, 'opted out', $3)`, [office.organisation, person, DUE]);
  await optOut(before);
  await db.setClock(DUE);
  expect(await stage.planner().run()).toBe(1);
  await optOut(after);
  await stage.tick(DUE);
  expect(smtp.messages).toHaveLength(0);
  expect(await stage.items()).toEqual([{ kind: 'closing_soon', ordinal: 1, state: 'suppressed', dropped: false }]);
});

test('an address that refuses a reminder gets no other, and is written to again once it takes a mail', async () => {
  const person = await stage.person('Sam');
  await stage.invite(await roundOf('Ada'), person);
  smtp.answerWith({ at: 'RCPT', reply: { code: 550, text: 'mailbox unavailable' } });
  await stage.tick(DUE);
  const suppressed = (): Promise<unknown[]> => office.sql('select reason from post.suppression where person = $1', [person]);
  expect(await suppressed()).toEqual([{ reason: 'refused' }]);
  await stage.worker.send.send(await office.write({ person, kind: 'round_cancelled', about: await roundOf('Ben') }));
  expect(await suppressed()).toEqual([]);
});

test('one organisation whose reminders cannot be planned keeps no other waiting', async () => {
  await invited('Ada', 'Sam');
  const other = await PostOffice.open({ db, smtp });
  const elsewhere = await ReminderStage.open(other, smtp, db.database);
  await elsewhere.invite(await elsewhere.roundOf('Ben', CLOSES), await elsewhere.person('Tim'));
  await other.sql(`update people.organisation set zone = 'Mars/Olympus' where id = $1`, [other.organisation]);
  await db.setClock(DUE);
  expect(await stage.planner().run()).toBe(1);
  await other.sql(`update people.organisation set zone = 'Europe/London' where id = $1`, [other.organisation]);
  expect(await stage.planner().run()).toBe(1);
  await elsewhere.close();
  await other.close();
});
