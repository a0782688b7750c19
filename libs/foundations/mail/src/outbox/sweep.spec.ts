import { RecordingSmtp, testDatabase } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { USUAL_HOURS } from '../hours/mail-hours';
import { MORNING, PostOffice } from '../post-office';
import { beginBodies, claim } from './claim';

const db = await testDatabase();
const smtp = await RecordingSmtp.start();
const office = await PostOffice.open({ db, smtp });
const { send, sweep, deliveries, stop } = office.worker();
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

const london = { zone: 'Europe/London', hours: USUAL_HOURS };
const fresh = (name: string): Promise<string> => office.person(name, `${crypto.randomUUID()}@hill.example`);
const invited = async (): Promise<string> => (await office.invitationMail(await office.round(await fresh('Lea')), await fresh('Sam'))).mail;
const reminding = async (): Promise<string> => {
  const person = await fresh('Sam');
  const invitation = await office.invite(await office.round(await fresh('Lea')), person);
  return office.write({ person, kind: 'reminder', items: [{ invitation, kind: 'reminder', ordinal: 1 }] });
};
/** What a worker has done when the machine takes it away. */
const abandon = async (id: string, afterBody: boolean): Promise<void> => {
  await db.database.as('facet_mail', office.organisation, async (tx) => {
    const [mail] = await claim(tx, [id], { owner: 'gone', seconds: 900 }, london);
    if (mail && afterBody) await beginBodies(tx, [{ mail, messageId: `${id}@facet.hill.example` }], 900);
  });
};

test('what is due and was never rung for is found and sent', async () => {
  const mail = await invited();
  const later = await office.write({ person: office.coach.id, notBefore: new Date('2026-12-01T10:00:00Z') });
  const found = await sweep.run();
  expect(found).toContain(mail);
  expect(found).not.toContain(later);
  await deliveries.deliver(found);
  expect(await office.mail(mail)).toMatchObject({ state: 'sent' });
});

test('a worker that goes away before the body left costs nothing: the mail is sent once, by another', async () => {
  const mail = await invited();
  await abandon(mail, false);
  expect(await sweep.run()).not.toContain(mail);
  await db.setClock('2026-12-01T09:15:00Z');
  await sweep.run();
  expect(await office.mail(mail)).toMatchObject({ state: 'pending', attempt: 1 });
  await db.setClock('2026-12-01T09:20:00Z');
  await deliveries.deliver(await sweep.run());
  expect(smtp.messages).toHaveLength(1);
  expect(await office.mail(mail)).toMatchObject({ state: 'sent', attempt: 2 });
});

test('a worker that goes away after the body left leaves an invitation to be sent once more, and a reminder unknown', async () => {
  const [invitation, reminder] = [await invited(), await reminding()];
  await abandon(invitation, true);
  await abandon(reminder, true);
  await db.setClock('2026-12-01T09:15:00Z');
  await sweep.run();
  expect(await office.mail(invitation)).toMatchObject({ state: 'pending', not_before: new Date('2026-12-01T09:30:00Z') });
  expect(await office.mail(reminder)).toMatchObject({ state: 'unknown' });
  await db.setClock('2026-12-01T09:30:00Z');
  await abandon(invitation, true);
  await db.setClock('2026-12-01T09:45:00Z');
  await sweep.run();
  expect(await office.mail(invitation)).toMatchObject({ state: 'unknown', attempt: 2 });
});

test('a worker whose lease ended meanwhile lets nothing leave', async () => {
  const id = await invited();
  const [mine] = await db.database.as('facet_mail', office.organisation, (tx) => claim(tx, [id], { owner: 'slow', seconds: 900 }, london));
  if (!mine) throw new Error('nobody else takes it');
  await db.setClock('2026-12-01T09:15:00Z');
  await sweep.run();
  const body = { mail: mine, messageId: 'x@y' };
  expect(await db.database.as('facet_mail', office.organisation, (tx) => beginBodies(tx, [body], 900))).toEqual([false]);
});

test('what nobody could send in time expires and is not sent late', async () => {
  const mail = await office.write({ person: office.coach.id, kind: 'sign_in', giveUpAt: new Date('2026-12-01T09:10:00Z') });
  await db.setClock('2026-12-01T09:10:00Z');
  await sweep.run();
  await send.send(mail);
  expect(await office.mail(mail)).toMatchObject({ state: 'expired' });
  expect(smtp.messages).toEqual([]);
});

test('many sweepers and workers at once send each mail once', async () => {
  const mails = await Promise.all(Array.from({ length: 30 }, () => invited()));
  const workers = Array.from({ length: 5 }, () => office.worker());
  const rounds = Array.from({ length: 4 }, () => workers).flat();
  await Promise.all(rounds.map(async (worker) => worker.deliveries.deliver([...(await worker.sweep.run()), ...mails])));
  workers.forEach((worker) => worker.stop());
  const sent = smtp.messages.map(({ mail }) => mail.messageId);
  expect(sent.filter((id) => mails.some((mail) => id?.includes(mail)))).toHaveLength(30);
  expect(new Set(sent).size).toBe(sent.length);
});

test('a process that stops lets what is on its way finish and takes nothing new', async () => {
  const [first, second] = [await invited(), await invited()];
  const worker = office.worker();
  const release = smtp.hold();
  const busy = worker.deliveries.deliver([first]);
  const stopping = worker.deliveries.stop(10_000);
  await worker.deliveries.deliver([second]);
  release();
  await Promise.all([busy, stopping]);
  worker.stop();
  expect(await office.mail(first)).toMatchObject({ state: 'sent' });
  expect(await office.mail(second)).toMatchObject({ state: 'pending' });
});
