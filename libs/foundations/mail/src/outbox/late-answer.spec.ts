import { RecordingSmtp, testDatabase } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { USUAL_HOURS } from '../hours/mail-hours';
import { MORNING, PostOffice } from '../post-office';
import { beginBodies, claim, type ClaimedMail } from './claim';
import type { Outcome } from '../sending/outgoing';
import { recordOutcome } from './outcome-rows';
import { recordSent } from './record-sent';

// A worker whose lease has ended may hear from the mail server after all. What it says is true, and what has been decided stands.

const db = await testDatabase();
const smtp = await RecordingSmtp.start();
const office = await PostOffice.open({ db, smtp });
const { send, sweep, stop } = office.worker();
beforeEach(async () => {
  smtp.messages.splice(0);
  await db.setClock(MORNING);
});
afterAll(async () => {
  stop();
  await smtp.stop();
  await office.close();
  await db.drop();
});

const LEASE_ENDS = '2026-12-01T09:15:00Z';
const taken = { kind: 'sent', code: 250, reply: '250 taken' } as const;
const fresh = (name: string): Promise<string> => office.person(name, `${crypto.randomUUID()}@hill.example`);
/** A mail whose body a slow worker has handed over. */
const slowly = async (kind: 'invitation' | 'reminder'): Promise<ClaimedMail> => {
  const person = await fresh('Sam');
  const invitation = await office.invite(await office.round(await fresh('Lea')), person);
  const id = await office.write({ person, kind, items: [{ invitation, kind, ordinal: 1 }] });
  const mail = await db.database.as('facet_mail', office.organisation, async (tx) => {
    const [claimed] = await claim(tx, [id], { owner: 'slow', seconds: 900 }, { zone: 'Europe/London', hours: USUAL_HOURS });
    if (claimed) await beginBodies(tx, [{ mail: claimed, messageId: `${id}@facet.hill.example` }], 900);
    return claimed;
  });
  if (mail === undefined) throw new Error('nobody else takes it');
  return mail;
};
const hears = (mail: ClaimedMail, outcome: Outcome): Promise<void> =>
  db.database.as('facet_mail', office.organisation, (tx) =>
    outcome.kind === 'sent'
      ? recordSent(tx, [{ mail, outcome }])
      : recordOutcome(tx, mail, outcome, { ...office.configuration.mail, chance: 0 }),
  );

test('a reminder that was given up as unknown is sent once its worker hears that it was taken', async () => {
  const mail = await slowly('reminder');
  await db.setClock(LEASE_ENDS);
  await sweep.run();
  expect(await office.mail(mail.id)).toMatchObject({ state: 'unknown' });
  await hears(mail, taken);
  expect(await office.mail(mail.id)).toMatchObject({ state: 'sent', last_text: '250 taken' });
  expect(await office.attempts(mail.id)).toMatchObject([{ n: 1, outcome: 'sent', smtp_code: 250 }]);
});

test('an invitation that waits to be sent once more does not leave again once its worker hears that it was taken', async () => {
  const mail = await slowly('invitation');
  await db.setClock(LEASE_ENDS);
  await sweep.run();
  expect(await office.mail(mail.id)).toMatchObject({ state: 'pending' });
  await hears(mail, taken);
  await db.setClock('2026-12-01T10:00:00Z');
  await send.send(mail.id);
  expect(smtp.messages).toHaveLength(0);
  expect(await office.mail(mail.id)).toMatchObject({ state: 'sent', attempt: 1 });
});

test('an invitation of which an earlier attempt was taken after all is sent, whether it is heard before or after the later one ended', async () => {
  const [after, during] = [await slowly('invitation'), await slowly('invitation')];
  await db.setClock(LEASE_ENDS);
  await sweep.run();
  await db.setClock('2026-12-01T09:30:00Z');
  smtp.answerWith({ at: 'DATA', reply: 'hang up' });
  await send.send(after.id);
  expect(await office.mail(after.id)).toMatchObject({ state: 'unknown', attempt: 2 });
  await hears(after, taken);
  expect(await office.mail(after.id)).toMatchObject({ state: 'sent' });
  expect(await office.attempts(after.id)).toMatchObject([{ outcome: 'sent' }, { outcome: 'unknown' }]);

  smtp.answerWith({ at: 'RCPT', reply: () => hears(during, taken) }, { at: 'DATA', reply: 'hang up' });
  await send.send(during.id);
  expect(await office.mail(during.id)).toMatchObject({ state: 'sent', attempt: 2 });
  expect(await office.attempts(during.id)).toMatchObject([{ outcome: 'sent' }, { outcome: 'unknown' }]);
});

test('what a worker says a second time, or after it was decided, changes nothing', async () => {
  const mail = await slowly('reminder');
  await hears(mail, taken);
  await hears(mail, { kind: 'rejected', code: 550, reply: '550 changed my mind' });
  await hears(mail, { kind: 'unknown', reply: 'lost' });
  expect(await office.mail(mail.id)).toMatchObject({ state: 'sent', last_code: 250 });
  const other = await slowly('reminder');
  await db.setClock(LEASE_ENDS);
  await sweep.run();
  await hears(other, { kind: 'later', code: null, reply: 'The lease ended.' });
  expect(await office.mail(other.id)).toMatchObject({ state: 'unknown' });
});
