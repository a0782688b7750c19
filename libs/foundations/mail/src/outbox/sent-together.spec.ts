import { RecordingSmtp, testDatabase } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { MORNING, PostOffice } from '../post-office';

// Mails that leave at the same time share their transactions; what becomes of one is none of the others' business.

const db = await testDatabase();
const smtp = await RecordingSmtp.start();
const office = await PostOffice.open({ db, smtp });
const worker = office.worker();
beforeEach(async () => {
  smtp.messages.splice(0);
  await db.setClock(MORNING);
});
afterAll(async () => {
  worker.stop();
  await smtp.stop();
  await office.close();
  await db.drop();
});

const fresh = (name: string): Promise<string> => office.person(name, `${name}.${crypto.randomUUID()}@hill.example`);
const invited = async (name: string): Promise<{ invitation: string; mail: string; round: string }> => {
  const round = await office.round(await fresh('Lea'));
  return { round, ...(await office.invitationMail(round, await fresh(name))) };
};
const states = (mails: readonly string[]): Promise<unknown[]> => Promise.all(mails.map(async (id) => (await office.mail(id))['state']));

test('of mails that leave together each keeps its own end', async () => {
  const [sent, answered, keyless] = [await invited('Sam'), await invited('Tim'), await invited('Una')];
  await office.sql(`update people.invitation set status = 'answered' where id = $1`, [answered.invitation]);
  await office.vault.destroy(keyless.round);
  const later = await office.write({ person: office.coach.id, notBefore: new Date('2026-12-01T10:00:00Z') });
  const mails = [sent.mail, answered.mail, keyless.mail, later];
  await worker.deliveries.deliver(mails);
  expect(await states(mails)).toEqual(['sent', 'cancelled', 'pending', 'pending']);
  expect(await office.attempts(sent.mail)).toMatchObject([{ n: 1, phase: 'finished', outcome: 'sent', smtp_code: 250 }]);
  expect(await office.attempts(keyless.mail)).toMatchObject([{ n: 1, phase: 'finished', outcome: 'later' }]);
  expect([await office.attempts(answered.mail), await office.attempts(later)]).toEqual([[], []]);
  expect(smtp.messages.map(({ mail }) => mail.messageId)).toEqual([`<${sent.mail}@facet.hill.example>`]);
});

test('a mail that cannot be written keeps no other from leaving, and waits for its lease', async () => {
  const broken = await office.write({ person: office.coach.id, kind: 'report_ready', about: crypto.randomUUID() });
  const others = [(await invited('Sam')).mail, (await invited('Tim')).mail];
  await worker.deliveries.deliver([broken, ...others]);
  expect(await states([broken, ...others])).toEqual(['sending', 'sent', 'sent']);
});

test('of two reminders of one person at the same moment one leaves; the other waits for twenty hours', async () => {
  const person = await fresh('Sam');
  const mails: string[] = [];
  for (const leader of ['Ada', 'Ben']) {
    const invitation = await office.invite(await office.round(await fresh(leader)), person);
    mails.push(await office.write({ person, kind: 'reminder', items: [{ invitation, kind: 'reminder', ordinal: 1 }] }));
  }
  await worker.deliveries.deliver(mails);
  expect((await states(mails)).toSorted()).toEqual(['pending', 'sent']);
  await worker.deliveries.deliver(await worker.sweep.run());
  expect(smtp.messages).toHaveLength(1);
  const [waits] = await office.sql('select not_before, attempt from post.mail where person = $1 and state = $2', [person, 'pending']);
  expect(waits).toEqual({ not_before: new Date('2026-12-02T08:00:00Z'), attempt: 0 });
});

test('a body that begins to leave late has a whole lease before it, so that the server’s silence ends first', async () => {
  const { mail } = await invited('Sam');
  let until: unknown;
  smtp.answerWith({ at: 'RCPT', reply: () => db.setClock('2026-12-01T09:10:00Z') });
  smtp.answerWith({
    at: 'DATA',
    reply: async () => (until = (await office.mail(mail))['lease_until']),
  });
  await worker.deliveries.deliver([mail]);
  expect([until, await states([mail])]).toEqual([new Date('2026-12-01T09:25:00Z'), ['sent']]);
});
