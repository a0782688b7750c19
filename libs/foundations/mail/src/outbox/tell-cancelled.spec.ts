import { RecordingSmtp, testDatabase } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { MORNING, PostOffice } from '../post-office';
import { tellCancelled } from './tell-cancelled';

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

/** A round with its leader's own view and two colleagues, none of whom has been written to yet. */
const begin = async (): Promise<{ round: string; leader: string; colleagues: string[]; mails: string[] }> => {
  const [leader = '', ...colleagues] = await Promise.all(
    ['Lea', 'Sam', 'Bo'].map((name) => office.person(name, `${name}.${crypto.randomUUID()}@hill.example`)),
  );
  const round = await office.round(leader);
  await office.invitationMail(round, leader, 'self');
  const invited = await Promise.all(colleagues.map((person) => office.invitationMail(round, person)));
  return { round, leader, colleagues, mails: invited.map(({ mail }) => mail) };
};
const cancel = (round: string): Promise<string[]> =>
  db.database.as('facet_people', office.organisation, async (tx) => {
    const ids = await tellCancelled(tx, office.rows, round);
    await tx.query('update people.round set cancelled_at = $2 where id = $1', [round, tx.now]);
    return ids;
  });
/** To whom a mail was written, or has left. */
const told = async (round: string, state = 'any'): Promise<string[]> => {
  const rows = await office.sql<{ person: string }>(
    `select person from post.mail where about = $1 and kind = 'round_cancelled' and $2 in (state, 'any')`,
    [round, state],
  );
  return rows.map(({ person }) => person).sort();
};

test('when a round is cancelled before its list was confirmed, the coach and the leader are told and nobody else', async () => {
  const { round, leader } = await begin();
  await office.sql('update people.round set confirmed_at = null where id = $1', [round]);
  await cancel(round);
  expect(await told(round)).toEqual([office.coach.id, leader].sort());
});

test('when a round is cancelled whose invitations have left, every colleague is told as well, the leader only once', async () => {
  const { round, leader, colleagues, mails } = await begin();
  for (const mail of mails) await send.send(mail);
  await office.sql(`update people.invitation set status = 'answered' where person = $1`, [colleagues[0]]);
  await cancel(round);
  expect(await told(round)).toEqual([office.coach.id, leader, ...colleagues].sort());
});

test('a colleague whose invitation still rests over the weekend is neither invited nor told of the cancelling', async () => {
  const { round, leader, colleagues, mails } = await begin();
  await send.send(mails[0] ?? '');
  await db.setClock('2026-12-05T12:00:00Z');
  await deliveries.deliver(await sweep.run());
  smtp.messages.splice(0);
  await cancel(round);
  await deliveries.deliver(await sweep.run());
  expect(smtp.messages).toEqual([]); // that it is cancelled rests until Monday as well
  await db.setClock('2026-12-07T08:00:00Z');
  await deliveries.deliver(await sweep.run());
  expect(await told(round, 'sent')).toEqual([office.coach.id, leader, colleagues[0]].sort());
  expect(await told(round)).toHaveLength(3);
});

test('a colleague who has declined is left in peace when the round is cancelled, and so is one who was taken out', async () => {
  const { round, leader, colleagues, mails } = await begin();
  for (const mail of mails) await send.send(mail);
  await office.sql(`update people.invitation set status = 'declined' where person = $1`, [colleagues[0]]);
  await deliveries.deliver(await cancel(round));
  expect(await told(round, 'sent')).toEqual([office.coach.id, leader, colleagues[1]].sort());
  expect(await told(round, 'cancelled')).toEqual([colleagues[0]]);
});

test('a round that is cancelled twice tells everyone once', async () => {
  const { round, leader, colleagues, mails } = await begin();
  for (const mail of mails) await send.send(mail);
  smtp.messages.splice(0);
  const ids = await cancel(round);
  expect(ids).toHaveLength(4);
  expect(await cancel(round)).toEqual([]);
  expect(await told(round)).toEqual([office.coach.id, leader, ...colleagues].sort());
  await deliveries.deliver(ids);
  await deliveries.deliver(ids);
  expect(smtp.messages.map(({ mail }) => mail.subject)).toEqual(Array(4).fill('The round of Lea has been cancelled'));
});

test('colleagues of another round of the same leader learn nothing', async () => {
  const first = await begin();
  await cancel(first.round);
  const other = await office.round(first.leader);
  await office.invitationMail(other, await office.person('Uma'));
  await cancel(first.round);
  expect(await told(other)).toEqual([]);
  expect(await told(first.round)).toHaveLength(2);
});
