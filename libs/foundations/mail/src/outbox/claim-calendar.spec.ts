import { RecordingSmtp, testDatabase } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { setHours } from '../hours/calendar';
import type { MailHours } from '../hours/mail-hours';
import { MORNING, PostOffice } from '../post-office';

// What an organisation sets, and what may change while a mail rests.

const db = await testDatabase();
const smtp = await RecordingSmtp.start();
const office = await PostOffice.open({ db, smtp });
const { send, sweep, deliveries, stop } = office.worker();

beforeEach(async () => {
  smtp.messages.splice(0);
  await db.setClock(MORNING);
  await office.sql('delete from post.calendar');
  await office.sql(`update people.organisation set zone = 'Europe/London' where id = $1`, [office.organisation]);
});
afterAll(async () => {
  stop();
  await smtp.stop();
  await office.close();
  await db.drop();
});

const mornings: MailHours = { weekdays: [1, 2, 3, 4, 5], from: { hour: 9, minute: 0 }, until: { hour: 12, minute: 0 } };
const set = (change: Partial<MailHours>): Promise<void> =>
  db.database.as('facet_people', office.organisation, (tx) => setHours(tx, { ...mornings, ...change }));
const invited = async (): Promise<string> => {
  const [leader = '', person = ''] = await Promise.all(
    ['Lea', 'Sam'].map((name) => office.person(name, `${crypto.randomUUID()}@hill.example`)),
  );
  return (await office.invitationMail(await office.round(leader, '2027-01-20T18:00:00Z'), person)).mail;
};
const workAt = async (instant: string): Promise<void> => {
  await db.setClock(instant);
  await deliveries.deliver(await sweep.run());
};
const sent = (mail: string): number => smtp.messages.filter((received) => received.mail.messageId?.includes(mail)).length;
const rests = async (mail: string, until: string, on: string, zone = 'Europe/London'): Promise<void> => {
  const [row] = await office.sql('select state, not_before, leaves_on::text, leaves_zone, attempt from post.mail where id = $1', [mail]);
  expect(row).toEqual({ state: 'pending', not_before: new Date(until), leaves_on: on, leaves_zone: zone, attempt: 0 });
};

test('row 65: an organisation sets its own hours and days, and neither a minute before nor one after does mail leave', async () => {
  await set({ weekdays: [2, 4] });
  const mail = await invited();
  await workAt('2026-12-01T12:00:00Z'); // Tuesday noon: too late
  await rests(mail, '2026-12-03T09:00:00Z', '2026-12-03');
  await workAt('2026-12-03T08:59:59Z');
  expect(sent(mail)).toBe(0);
  await workAt('2026-12-03T09:00:00Z');
  expect(sent(mail)).toBe(1);
});

test('row 65: on a listed date nothing leaves, neither at the beginning of the holidays nor within them', async () => {
  await set({ closedOn: ['2026-12-24', '2026-12-25', '2026-12-28', '2027-01-01'] });
  await db.setClock('2026-12-24T10:00:00Z');
  const mail = await invited();
  await send.send(mail);
  await rests(mail, '2026-12-29T09:00:00Z', '2026-12-29');
  await workAt('2026-12-29T09:00:00Z');
  expect(sent(mail)).toBe(1);
});

test('row 65: hours that nobody used because every worker was away move to the next day, and the mail comes once', async () => {
  await set({});
  await db.setClock('2026-12-01T13:00:00Z');
  const mail = await invited();
  await send.send(mail);
  await rests(mail, '2026-12-02T09:00:00Z', '2026-12-02');
  await workAt('2026-12-02T15:00:00Z'); // the workers are back in the afternoon
  await rests(mail, '2026-12-03T09:00:00Z', '2026-12-03');
  for (const at of ['2026-12-03T09:00:00Z', '2026-12-03T09:00:30Z', '2026-12-04T09:00:00Z']) await workAt(at);
  expect(sent(mail)).toBe(1);
});

test('row 65: hours that change while a mail rests are obeyed: its day stays, its hour is the new one', async () => {
  await set({});
  await db.setClock('2026-12-01T13:00:00Z');
  const [first, second] = [await invited(), await invited()];
  for (const mail of [first, second]) await send.send(mail);
  await set({ until: { hour: 17, minute: 0 } });
  await workAt('2026-12-01T13:01:00Z');
  expect([sent(first), sent(second)]).toEqual([0, 0]); // the day that was meant is tomorrow
  await set({ from: { hour: 10, minute: 0 } });
  await workAt('2026-12-02T09:00:00Z');
  await rests(first, '2026-12-02T10:00:00Z', '2026-12-02');
  await workAt('2026-12-02T10:00:00Z');
  expect([sent(first), sent(second)]).toEqual([1, 1]);
});

test('row 65: the instant is computed at the claim: a school that moves to another zone is written to in the morning there', async () => {
  await db.setClock('2026-12-01T19:00:00Z');
  const mail = await invited();
  await send.send(mail);
  await rests(mail, '2026-12-02T08:00:00Z', '2026-12-02');
  await office.sql(`update people.organisation set zone = 'America/New_York' where id = $1`, [office.organisation]);
  await workAt('2026-12-02T08:00:00Z');
  await rests(mail, '2026-12-02T13:00:00Z', '2026-12-02', 'America/New_York');
  await workAt('2026-12-02T13:00:00Z');
  expect(sent(mail)).toBe(1);
});

test('row 65: an instant that was computed by old time zone data is put right when it comes', async () => {
  await db.setClock('2026-12-01T19:00:00Z');
  const mail = await invited();
  await send.send(mail);
  await office.sql(`update post.mail set not_before = '2026-12-02T07:00:00Z' where id = $1`, [mail]); // as if summer time had been abolished since
  await workAt('2026-12-02T07:00:00Z');
  await rests(mail, '2026-12-02T08:00:00Z', '2026-12-02');
  await workAt('2026-12-02T08:00:00Z');
  expect(sent(mail)).toBe(1);
});

test('a calendar that makes no sense is refused by the database', async () => {
  const refused = expect.objectContaining({ code: '23514' });
  for (const change of [{ weekdays: [] }, { weekdays: [8] }, { from: { hour: 12, minute: 0 } }])
    await expect(set(change)).rejects.toEqual(refused);
});
