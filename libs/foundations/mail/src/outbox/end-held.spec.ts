import { createLogger } from '@facet/platform';
import { RecordingSmtp, testDatabase } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { MORNING, PostOffice } from '../post-office';
import { EndHeld } from './end-held';

const db = await testDatabase();
const smtp = await RecordingSmtp.start();
const office = await PostOffice.open({ db, smtp });
const worker = office.worker();
const held = new EndHeld(db.database, createLogger('silent'));
afterAll(async () => {
  worker.stop();
  await smtp.stop();
  await office.close();
  await db.drop();
});

let round: string;
let mail: string;
/** A colleague who was added to a running round, and whom the coach has not confirmed. */
beforeEach(async () => {
  await db.setClock(MORNING);
  round = await office.round(await office.person('Lea', `${crypto.randomUUID()}@hill.example`));
  const person = await office.person('Sam', `${crypto.randomUUID()}@hill.example`);
  const invitation = await office.invite(round, person);
  mail = await office.write({ person, notBefore: 'held', items: [{ invitation, kind: 'invitation', ordinal: 1 }] });
});
const state = async (): Promise<unknown> => (await office.mail(mail)).state;

test('while a round is open, and when it has closed but may be extended, an invitation waits for the coach’s check', async () => {
  expect(await held.run()).toBe(0);
  await db.setClock('2026-12-10T09:00:00Z');
  expect(await held.run()).toBe(0);
  await office.sql(`update people.round set closes_at = '2026-12-20T18:00Z' where id = $1`, [round]);
  await db.database.as('facet_people', office.organisation, (tx) => office.rows.release(tx, round));
  await worker.deliveries.deliver(await worker.sweep.run());
  expect(await state()).toBe('sent');
});

test.each(['sealed_at', 'cancelled_at'])('once a round is over (%s), an invitation that was never confirmed ends, once', async (over) => {
  await office.sql(`update people.round set ${over} = '2026-12-16T18:00Z' where id = $1`, [round]);
  expect(await held.run()).toBe(1);
  expect(await state()).toBe('cancelled');
  expect(await held.run()).toBe(0);
  smtp.messages.splice(0);
  await worker.deliveries.deliver(await worker.sweep.run());
  expect(smtp.messages).toEqual([]);
});

test('two processes at once end it once, and what another round holds stays', async () => {
  const other = mail;
  const person = await office.person('Tim', `${crypto.randomUUID()}@hill.example`);
  const over = await office.round(await office.person('Ben', `${crypto.randomUUID()}@hill.example`));
  const invitation = await office.invite(over, person);
  mail = await office.write({ person, notBefore: 'held', items: [{ invitation, kind: 'invitation', ordinal: 1 }] });
  await office.sql(`update people.round set sealed_at = '2026-12-16T18:00Z' where id = $1`, [over]);
  expect((await Promise.all([held.run(), held.run(), held.run()])).sort()).toEqual([0, 0, 1]);
  expect([await state(), (await office.mail(other)).state]).toEqual(['cancelled', 'pending']);
});
