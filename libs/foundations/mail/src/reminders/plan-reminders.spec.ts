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
const reminders = new PlanReminders(db.database, office.rows, doorbell);

/** Rounds of this file close on 9 December at 18:00, so that reminders are due from 6 December at 18:00. */
const INVITED = '2026-12-01T09:00:00Z';
const TOO_EARLY = '2026-12-06T17:59:59Z';
const DUE = '2026-12-06T18:00:00Z';
const TOO_LATE = '2026-12-09T18:00:00Z';

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
  await invite(await office.round(await fresh('Ada')), await fresh('Sam'));
  await tick(TOO_EARLY);
  expect(smtp.messages).toEqual([]);
  await tick(DUE);
  expect(smtp.messages.map(({ mail }) => mail.subject)).toEqual(['Reminder: your view of Ada’s leadership by Wednesday 9 December']);
  expect(smtp.messages[0]?.mail.text).toContain('that is in 3 days');

  const late = await office.round(await fresh('Ben'));
  await db.setClock(INVITED);
  await invite(late, await fresh('Tim'));
  await tick(TOO_LATE);
  expect(smtp.messages).toEqual([]);
});

test('however often and from however many processes the reminders are planned, each colleague gets one', async () => {
  const round = await office.round(await fresh('Ada'));
  await invite(round, await fresh('Sam'));
  await invite(round, await fresh('Tim'));
  smtp.messages.splice(0);
  await db.setClock(DUE);
  await Promise.all(Array.from({ length: 8 }, () => reminders.run()));
  for (const at of [DUE, '2026-12-07T18:00:00Z', '2026-12-08T18:00:00Z']) await tick(at);
  expect(smtp.messages).toHaveLength(2);
  expect(new Set(smtp.messages.map(({ to }) => to.join())).size).toBe(2);
});

test.each(['answered', 'declined', 'revoked'])('a colleague whose invitation is %s gets no reminder', async (status) => {
  await answer(await invite(await office.round(await fresh('Ada')), await fresh('Sam')), status);
  await tick(DUE);
  expect(smtp.messages).toEqual([]);
});

test('a colleague who answers after the reminder was planned and before it leaves gets none', async () => {
  const invitation = await invite(await office.round(await fresh('Ada')), await fresh('Sam'));
  await db.setClock(DUE);
  expect(await reminders.run()).toBe(1);
  await answer(invitation, 'answered');
  await tick(DUE);
  expect(smtp.messages).toEqual([]);
});

test('a person asked about two leaders gets one reminder with both links', async () => {
  const person = await fresh('Sam');
  for (const name of ['Ada', 'Ben']) await invite(await office.round(await fresh(name)), person);
  smtp.messages.splice(0);
  await tick(DUE);
  expect(smtp.messages.map(({ mail }) => mail.subject)).toEqual([
    'Reminder: your view of Ada’s and Ben’s leadership by Wednesday 9 December',
  ]);
  expect(smtp.messages[0]?.mail.text?.match(/\/s#[0-9A-Z]{26}/g)).toHaveLength(2);
});

test('a round that becomes due later the same day waits for the next day, so that nobody is written to twice a day', async () => {
  const person = await fresh('Sam');
  await invite(await office.round(await fresh('Ada')), person);
  await invite(await office.round(await fresh('Ben'), '2026-12-09T20:00:00Z'), person);
  smtp.messages.splice(0);
  await tick(DUE);
  await tick('2026-12-06T21:00:00Z');
  expect(smtp.messages.map(({ mail }) => mail.subject)).toEqual([expect.stringContaining('Ada')]);
  await tick('2026-12-07T00:00:00Z');
  expect(smtp.messages.map(({ mail }) => mail.subject)).toEqual([expect.stringContaining('Ada'), expect.stringContaining('Ben')]);
});

test('nobody is reminded of an invitation that never reached them, that left less than a day before, or whose round is cancelled', async () => {
  const [bounced, sudden, cancelled] = await Promise.all(['Ada', 'Ben', 'Cy'].map(async (name) => office.round(await fresh(name))));
  smtp.answerWith({ at: 'RCPT', reply: { code: 550, text: 'no such user' } });
  await invite(bounced ?? '', await fresh('Sam'));
  await invite(cancelled ?? '', await fresh('Tim'));
  await office.sql('update people.round set cancelled_at = $2 where id = $1', [cancelled, INVITED]);
  await db.setClock('2026-12-05T19:00:00Z');
  await invite(sudden ?? '', await fresh('Una'));
  await tick(DUE);
  await tick('2026-12-08T18:00:00Z');
  expect(smtp.messages).toEqual([]);
});

test('closing times that have moved move the reminder with them', async () => {
  const round = await office.round(await fresh('Ada'));
  await invite(round, await fresh('Sam'));
  await office.sql(`update people.round set closes_at = '2026-12-16T18:00Z' where id = $1`, [round]);
  await tick(DUE);
  expect(smtp.messages).toEqual([]);
  await tick('2026-12-13T18:00:00Z');
  expect(smtp.messages).toHaveLength(1);
});

test('the local day decides: in Auckland the reminders of two UTC days can be those of one day', async () => {
  await office.sql(`update people.organisation set zone = 'Pacific/Auckland' where id = $1`, [office.organisation]);
  const person = await fresh('Sam');
  await invite(await office.round(await fresh('Ada'), '2026-12-09T12:00:00Z'), person);
  await invite(await office.round(await fresh('Ben'), '2026-12-10T09:00:00Z'), person);
  smtp.messages.splice(0);
  await tick('2026-12-06T12:00:00Z'); // 7 December 01:00 there
  await tick('2026-12-07T09:00:00Z'); // 7 December 22:00 there
  expect(smtp.messages).toHaveLength(1);
  await tick('2026-12-07T11:00:00Z'); // 8 December 00:00 there
  expect(smtp.messages).toHaveLength(2);
});
