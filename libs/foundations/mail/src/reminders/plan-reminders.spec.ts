import { createLogger } from '@facet/platform';
import { RecordingSmtp, testDatabase } from '@facet/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Doorbell } from '../doorbell/doorbell';
import { PostOffice } from '../post-office';
import { PlanReminders } from './plan-reminders';

const db = await testDatabase();
const smtp = await RecordingSmtp.start();
const office = await PostOffice.open({ db, smtp });
const worker = office.worker();
const doorbell = new Doorbell(office.configuration, createLogger('silent'));
const reminders = new PlanReminders(office.configuration, db.database, office.rows, doorbell);

/** Rounds of this file close on Friday 11 December at 10:00, so that reminders are due from Tuesday 8 December at 10:00. */
const INVITED = '2026-12-01T09:00:00Z';
const TOO_EARLY = '2026-12-08T09:59:59Z';
const DUE = '2026-12-08T10:00:00Z';
const CLOSES = '2026-12-11T10:00:00Z';

beforeAll(() => doorbell.onModuleInit());
beforeEach(async () => {
  await office.sql(`delete from post.mail_attempt`);
  await office.sql(`delete from post.mail_item`);
  await office.sql(`delete from post.mail`);
  await office.sql(`delete from people.invitation`);
  smtp.messages.splice(0);
  await db.setClock(INVITED);
});
afterAll(async () => {
  worker.stop();
  await doorbell.onApplicationShutdown();
  await smtp.stop();
  await office.close();
  await db.drop();
});

const fresh = (name: string): Promise<string> => office.person(name, `${name}.${crypto.randomUUID()}@hill.example`);
const roundOf = async (leader: string, closesAt = CLOSES): Promise<string> => office.round(await fresh(leader), closesAt);
/** A colleague whose invitation has arrived. */
const invite = async (round: string, person: string): Promise<string> => {
  const { invitation, mail } = await office.invitationMail(round, person);
  await worker.send.send(mail);
  smtp.messages.splice(0);
  return invitation;
};
const tick = async (at: string): Promise<void> => {
  await db.setClock(at);
  await reminders.run();
  await worker.deliveries.deliver(await worker.sweep.run());
};
const answer = (invitation: string, status: string): Promise<unknown> =>
  office.sql('update people.invitation set status = $2 where id = $1', [invitation, status]);

test('a colleague who has not answered is reminded three days before closing: not earlier, not after closing', async () => {
  await invite(await roundOf('Ada'), await fresh('Sam'));
  await tick(TOO_EARLY);
  expect(smtp.messages).toEqual([]);
  await tick(DUE);
  expect(smtp.messages.map(({ mail }) => mail.subject)).toEqual(['Reminder: your view of Ada’s leadership by Friday 11 December']);
  expect(smtp.messages[0]?.mail.text).toContain('that is in 3 days');

  const late = await roundOf('Ben');
  await db.setClock(INVITED);
  await invite(late, await fresh('Tim'));
  await tick(CLOSES);
  expect(smtp.messages).toEqual([]);
});

test('however often and from however many processes the reminders are planned, each colleague gets one', async () => {
  const round = await roundOf('Ada');
  await invite(round, await fresh('Sam'));
  await invite(round, await fresh('Tim'));
  smtp.messages.splice(0);
  await db.setClock(DUE);
  await Promise.all(Array.from({ length: 8 }, () => reminders.run()));
  for (const at of [DUE, '2026-12-09T10:00:00Z', '2026-12-10T10:00:00Z']) await tick(at);
  expect(smtp.messages).toHaveLength(2);
  expect(new Set(smtp.messages.map(({ to }) => to.join())).size).toBe(2);
});

test.each(['answered', 'declined', 'revoked'])('a colleague whose invitation is %s gets no reminder', async (status) => {
  await answer(await invite(await roundOf('Ada'), await fresh('Sam')), status);
  await tick(DUE);
  expect(smtp.messages).toEqual([]);
});

test('a colleague who answers after the reminder was planned and before it leaves gets none', async () => {
  const invitation = await invite(await roundOf('Ada'), await fresh('Sam'));
  await db.setClock(DUE);
  expect(await reminders.run()).toBe(1);
  await answer(invitation, 'answered');
  await tick(DUE);
  expect(smtp.messages).toEqual([]);
});

test('a person asked about two leaders gets one reminder with both links', async () => {
  const person = await fresh('Sam');
  for (const name of ['Ada', 'Ben']) await invite(await roundOf(name), person);
  smtp.messages.splice(0);
  await tick(DUE);
  expect(smtp.messages.map(({ mail }) => mail.subject)).toEqual([
    'Reminder: your view of Ada’s and Ben’s leadership by Friday 11 December',
  ]);
  expect(smtp.messages[0]?.mail.text?.match(/\/s#[0-9A-Z]{26}/g)).toHaveLength(2);
});

test('a round that becomes due later the same day waits for the next day, so that nobody is written to twice a day', async () => {
  const person = await fresh('Sam');
  await invite(await roundOf('Ada'), person);
  await invite(await roundOf('Ben', '2026-12-11T12:00:00Z'), person);
  smtp.messages.splice(0);
  await tick(DUE);
  await tick('2026-12-08T13:00:00Z');
  expect(smtp.messages.map(({ mail }) => mail.subject)).toEqual([expect.stringContaining('Ada')]);
  await tick('2026-12-09T08:00:00Z');
  expect(smtp.messages.map(({ mail }) => mail.subject)).toEqual([expect.stringContaining('Ada'), expect.stringContaining('Ben')]);
});

test('nobody is reminded of an invitation that never reached them, that left less than a day before, or whose round is cancelled', async () => {
  const [bounced, sudden, cancelled] = await Promise.all(['Ada', 'Ben', 'Cy'].map((name) => roundOf(name)));
  smtp.answerWith({ at: 'RCPT', reply: { code: 550, text: 'no such user' } });
  await invite(bounced ?? '', await fresh('Sam'));
  await invite(cancelled ?? '', await fresh('Tim'));
  await office.sql('update people.round set cancelled_at = $2 where id = $1', [cancelled, INVITED]);
  await db.setClock('2026-12-07T11:00:00Z');
  await invite(sudden ?? '', await fresh('Una'));
  await tick(DUE);
  await tick('2026-12-10T10:00:00Z');
  expect(smtp.messages).toEqual([]);
});

test('closing times that have moved move the reminder with them', async () => {
  const round = await roundOf('Ada');
  await invite(round, await fresh('Sam'));
  await office.sql(`update people.round set closes_at = '2026-12-18T10:00Z' where id = $1`, [round]);
  await tick(DUE);
  expect(smtp.messages).toEqual([]);
  await tick('2026-12-15T10:00:00Z');
  expect(smtp.messages).toHaveLength(1);
});

test('row 65: reminders that become due over a weekend come as one on Monday at 8, however often they are planned', async () => {
  const person = await fresh('Sam');
  await invite(await roundOf('Ada', '2026-12-08T12:00:00Z'), person); // due on Saturday
  await invite(await roundOf('Ben', '2026-12-09T12:00:00Z'), person); // due on Sunday
  for (const at of ['2026-12-05T12:00:00Z', '2026-12-06T12:00:00Z', '2026-12-07T07:59:59Z']) {
    await tick(at);
    await Promise.all(Array.from({ length: 4 }, () => reminders.run()));
  }
  expect(smtp.messages).toEqual([]);
  await tick('2026-12-07T08:00:00Z');
  await tick('2026-12-08T08:00:00Z');
  expect(smtp.messages.map(({ mail }) => mail.subject)).toEqual([
    'Reminder: your view of Ada’s and Ben’s leadership by Tuesday 8 December',
  ]);
});

test('row 65: a mail that rests takes nothing more on once its hour has come', async () => {
  const person = await fresh('Sam');
  await invite(await roundOf('Ada', '2026-12-08T12:00:00Z'), person); // due on Saturday
  await invite(await roundOf('Ben', '2026-12-10T08:00:00Z'), person); // due on Monday at 8
  await tick('2026-12-05T12:00:00Z');
  await tick('2026-12-07T08:00:00Z');
  await tick('2026-12-08T08:00:00Z');
  expect(smtp.messages.map(({ mail }) => mail.subject)).toEqual([expect.stringContaining('Ada’s l'), expect.stringContaining('Ben’s l')]);
});

test('a demo reminds at any hour', async () => {
  await invite(await roundOf('Ada', '2026-12-09T12:00:00Z'), await fresh('Sam'));
  const configuration = { ...office.configuration, demo: true };
  const demo = office.worker(configuration);
  await db.setClock('2026-12-06T12:00:00Z');
  await new PlanReminders(configuration, db.database, office.rows, doorbell).run();
  await demo.deliveries.deliver(await demo.sweep.run());
  demo.stop();
  expect(smtp.messages).toHaveLength(1);
});

test('the local day decides: in Auckland the reminders of two UTC days can be those of one day', async () => {
  const person = await fresh('Sam');
  await invite(await roundOf('Ada', '2026-12-11T20:00:00Z'), person);
  await invite(await roundOf('Ben', '2026-12-12T04:00:00Z'), person);
  await office.sql(`update people.organisation set zone = 'Pacific/Auckland' where id = $1`, [office.organisation]);
  smtp.messages.splice(0);
  await tick('2026-12-08T20:00:00Z'); // 9 December 09:00 there
  await tick('2026-12-09T04:00:00Z'); // 9 December 17:00 there
  expect(smtp.messages).toHaveLength(1);
  await tick('2026-12-09T19:00:00Z'); // 10 December 08:00 there
  expect(smtp.messages).toHaveLength(2);
});
