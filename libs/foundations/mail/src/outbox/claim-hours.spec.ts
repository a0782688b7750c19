import { RecordingSmtp, testDatabase } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { MORNING, PostOffice } from '../post-office';

const db = await testDatabase();
const smtp = await RecordingSmtp.start();
const office = await PostOffice.open({ db, smtp });
const { send, sweep, deliveries, stop } = office.worker();

const TUESDAY_NIGHT = '2026-12-01T03:00:00Z';
const TUESDAY_8 = '2026-12-01T08:00:00Z';
const FRIDAY_EVENING = '2026-12-04T18:00:00Z';
const SUNDAY = '2026-12-06T12:00:00Z';
const MONDAY_8 = '2026-12-07T08:00:00Z';

beforeEach(async () => {
  smtp.messages.splice(0);
  await db.setClock(MORNING);
  await office.sql(`update people.organisation set zone = 'Europe/London' where id = $1`, [office.organisation]);
});
afterAll(async () => {
  stop();
  await smtp.stop();
  await office.close();
  await db.drop();
});

const fresh = (name: string): Promise<string> => office.person(name, `${crypto.randomUUID()}@hill.example`);
const ask = async (kind: 'invitation' | 'reminder', closesAt?: string): Promise<{ mail: string; invitation: string; round: string }> => {
  const person = await fresh('Sam');
  const round = await office.round(await fresh('Lea'), closesAt);
  const invitation = await office.invite(round, person);
  return { round, invitation, mail: await office.write({ person, kind, items: [{ invitation, kind, ordinal: 1 }] }) };
};
/** All that a jobs process does, at this instant. */
const workAt = async (instant: string): Promise<void> => {
  await db.setClock(instant);
  await deliveries.deliver(await sweep.run());
};
const restsUntil = async (mail: string, instant: string): Promise<void> => {
  expect(await office.mail(mail)).toMatchObject({ state: 'pending', not_before: new Date(instant), attempt: 0, lease_owner: null });
  expect(await office.attempts(mail)).toEqual([]);
};
const sent = (mail: string): number => smtp.messages.filter((received) => received.mail.messageId?.includes(mail)).length;

test.each(['invitation', 'reminder'] as const)(
  'row 65: an %s that becomes due at night waits for 8 in the morning and then leaves, once',
  async (kind) => {
    await db.setClock(TUESDAY_NIGHT);
    const { mail } = await ask(kind);
    await send.send(mail);
    await restsUntil(mail, TUESDAY_8);
    await workAt('2026-12-01T07:59:59Z');
    await restsUntil(mail, TUESDAY_8);
    expect(smtp.messages).toEqual([]);
    await workAt(TUESDAY_8);
    await workAt(TUESDAY_8);
    await send.send(mail);
    expect(sent(mail)).toBe(1);
    expect(await office.mail(mail)).toMatchObject({ state: 'sent', attempt: 1 });
  },
);

test.each(['invitation', 'reminder'] as const)('row 65: an %s that becomes due within the hours leaves at once', async (kind) => {
  const { mail } = await ask(kind);
  await send.send(mail);
  expect(sent(mail)).toBe(1);
});

test('row 65: what becomes due on Friday evening or at the weekend leaves on Monday morning', async () => {
  await db.setClock(FRIDAY_EVENING);
  const friday = (await ask('invitation')).mail;
  await workAt(FRIDAY_EVENING);
  await db.setClock(SUNDAY);
  const sunday = (await ask('reminder')).mail;
  await workAt(SUNDAY);
  for (const mail of [friday, sunday]) await restsUntil(mail, MONDAY_8);
  await workAt(MONDAY_8);
  expect([sent(friday), sent(sunday)]).toEqual([1, 1]);
});

test('row 65: any number of workers and sweepers at once move a mail once, and in the morning send it once', async () => {
  await db.setClock(SUNDAY);
  const { mail } = await ask('invitation');
  const workers = Array.from({ length: 4 }, () => office.worker());
  const all = (): Promise<unknown> =>
    Promise.all(
      [...workers, ...workers].flatMap((worker) => [
        worker.send.send(mail),
        worker.sweep.run().then((ids) => worker.deliveries.deliver(ids)),
      ]),
    );
  await all();
  await restsUntil(mail, MONDAY_8);
  await db.setClock(MONDAY_8);
  await all();
  workers.forEach((worker) => worker.stop());
  expect(sent(mail)).toBe(1);
  expect(await office.attempts(mail)).toHaveLength(1);
});

test('row 65: the hours are those of the organisation’s zone, from UTC-12 to UTC+14', async () => {
  const at = async (zone: string): Promise<unknown> => {
    await office.sql('update people.organisation set zone = $2 where id = $1', [office.organisation, zone]);
    const { mail } = await ask('reminder');
    await send.send(mail);
    const { state, not_before } = await office.mail(mail);
    return [state, not_before];
  };
  await db.setClock(FRIDAY_EVENING);
  expect(await at('Etc/GMT+12')).toEqual(['pending', new Date('2026-12-04T20:00:00Z')]); // Friday 06:00 there
  expect(await at('Pacific/Kiritimati')).toEqual(['pending', new Date('2026-12-06T18:00:00Z')]); // Saturday 08:00 there
  expect(await at('America/New_York')).toEqual(['sent', new Date(FRIDAY_EVENING)]); // Friday 13:00 there
});

test('row 65: what is held stays held; let go at the weekend, it leaves on Monday', async () => {
  const person = await fresh('Sam');
  const round = await office.round(await fresh('Lea'));
  const items = [{ invitation: await office.invite(round, person), kind: 'invitation' as const, ordinal: 1 }];
  const mail = await office.write({ person, items, notBefore: 'held' });
  for (const instant of [SUNDAY, MONDAY_8]) await workAt(instant);
  await send.send(mail);
  expect(await office.mail(mail)).toMatchObject({ state: 'pending', not_before: Infinity });

  await db.setClock(SUNDAY);
  await db.database.as('facet_people', office.organisation, (tx) => office.rows.release(tx, round));
  await workAt(SUNDAY);
  await restsUntil(mail, MONDAY_8);
  await workAt(MONDAY_8);
  expect(sent(mail)).toBe(1);
});

test('row 65: an invitation that would leave after its round has closed waits on, and leaves if the closing is put off', async () => {
  await db.setClock(FRIDAY_EVENING);
  const closesOnSunday = '2026-12-06T18:00:00Z';
  const [tooLate, putOff] = [await ask('invitation', closesOnSunday), await ask('invitation', closesOnSunday)];
  await workAt(FRIDAY_EVENING);
  for (const { mail } of [tooLate, putOff]) await restsUntil(mail, MONDAY_8);
  await office.sql(`update people.round set closes_at = '2026-12-09T18:00Z' where id = $1`, [putOff.round]);
  await workAt(MONDAY_8);
  expect(await office.mail(tooLate.mail)).toMatchObject({ state: 'pending', attempt: 0 });
  expect([sent(tooLate.mail), sent(putOff.mail)]).toEqual([0, 1]);
});

test('row 65: what has become pointless at night is dropped then, and a colleague who answers before morning gets nothing', async () => {
  await db.setClock(TUESDAY_NIGHT);
  const [answered, answering] = [await ask('reminder'), await ask('reminder')];
  const answer = (invitation: string): Promise<unknown> =>
    office.sql(`update people.invitation set status = 'answered' where id = $1`, [invitation]);
  await answer(answered.invitation);
  await workAt(TUESDAY_NIGHT);
  expect(await office.mail(answered.mail)).toMatchObject({ state: 'cancelled' });
  await restsUntil(answering.mail, TUESDAY_8);
  await answer(answering.invitation);
  await workAt(TUESDAY_8);
  expect([sent(answered.mail), sent(answering.mail)]).toEqual([0, 0]);
});

test('row 65: what the server put off until after 18:00 is tried again the next morning', async () => {
  await db.setClock('2026-12-01T17:58:00Z');
  const { mail } = await ask('reminder');
  smtp.answerWith({ at: 'DATA', reply: { code: 451, text: 'greylisted' } });
  await send.send(mail);
  await workAt('2026-12-01T18:03:00Z');
  expect(await office.mail(mail)).toMatchObject({ state: 'pending', not_before: new Date('2026-12-02T08:00:00Z'), attempt: 1 });
  await workAt('2026-12-02T08:00:00Z');
  expect(sent(mail)).toBe(1);
});

test('whoever signs in, the coach, and a leader who has just launched are written to at any hour', async () => {
  await db.setClock(SUNDAY);
  const leader = await fresh('Lea');
  const round = await office.round(leader);
  const own = (await office.invitationMail(round, leader, 'self')).mail;
  const signIn = await office.write({ person: leader, kind: 'sign_in', about: crypto.randomUUID() });
  const ready = await office.write({ person: office.coach.id, kind: 'report_ready', about: round });
  await workAt(SUNDAY);
  expect([own, signIn, ready].map(sent)).toEqual([1, 1, 1]);
});

test('in a demo everything leaves at any hour', async () => {
  await db.setClock(SUNDAY);
  const mails = [(await ask('invitation')).mail, (await ask('reminder')).mail];
  const demo = office.worker({ ...office.configuration, demo: true });
  for (const mail of mails) await demo.send.send(mail);
  demo.stop();
  expect(mails.map(sent)).toEqual([1, 1]);
});
