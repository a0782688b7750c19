import { randomInt } from 'node:crypto';
import { RecordingSmtp, testDatabase } from '@facet/testing';
import { afterAll, expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import { PostOffice } from '../post-office';
import { INVITED, ReminderStage } from './reminder-stage';

// Three weeks in the life of a school, with several processes that plan and send at once, and never when one would expect it.

const db = await testDatabase();
const smtp = await RecordingSmtp.start();
const office = await PostOffice.open({ db, smtp });
const stage = await ReminderStage.open(office, smtp, db.database);
afterAll(async () => {
  await stage.close();
  await smtp.stop();
  await office.close();
  await db.drop();
});

const seed = Number(process.env['FACET_SEED'] ?? randomInt(2 ** 31));
let state = seed;
/** A whole number from 0 up to, and without, `below`; the same course for the same seed. */
const chance = (below: number): number => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
  return Math.floor((state / 0x80000000) * below);
};
const HOUR = 3_600_000;

interface Left {
  readonly at: Date;
  readonly to: string;
  readonly messageId: string;
}

async function everybodyWorks(at: Date, left: Left[]): Promise<void> {
  await db.setClock(at);
  const workers = Array.from({ length: 3 }, () => office.worker());
  await Promise.all(
    workers.flatMap((worker) => [
      stage.planner().run(),
      worker.sweep.run().then((ids) => worker.deliveries.deliver(ids)),
      worker.sweep.run().then((ids) => worker.deliveries.deliver(ids)),
    ]),
  );
  await stage.tick(at.toISOString());
  workers.forEach((worker) => worker.stop());
  for (const { to, mail } of smtp.messages.splice(0)) left.push({ at, to: to.join(), messageId: mail.messageId ?? '' });
}

test('three weeks of early, late, double and missing ticks with several workers: each reminder comes once, and in time', async () => {
  process.stderr.write(`reminders with many workers: FACET_SEED=${seed}\n`);
  const people = await Promise.all(['Sam', 'Tim', 'Una', 'Vic', 'Wim', 'Xan'].map((name) => stage.person(name)));
  const invitations: { id: string; round: string; to: string }[] = [];
  for (const [leader, closesAt] of [
    ['Ada', '2026-12-15T18:00:00Z'],
    ['Ben', '2026-12-17T12:00:00Z'],
    ['Cas', '2026-12-21T09:00:00Z'],
  ] as const) {
    const round = await stage.roundOf(leader, closesAt);
    for (const person of people) {
      const [row] = await office.sql<{ email: string }>('select email from people.person where id = $1', [person]);
      invitations.push({ id: await stage.invite(round, person), round, to: row?.email ?? '' });
    }
  }
  const done = new Map<string, Date>();
  const left: Left[] = [];
  for (let at = new Date(INVITED); at < new Date('2026-12-22T09:00:00Z'); at = new Date(at.getTime() + (1 + chance(17)) * HOUR)) {
    if (chance(4) === 0) {
      const invitation = invitations[chance(invitations.length)];
      if (invitation && !done.has(invitation.id)) {
        await stage.answer(invitation.id, chance(2) === 0 ? 'answered' : 'declined');
        done.set(invitation.id, at);
      }
    }
    await everybodyWorks(at, left);
  }

  expect(left.length).toBeGreaterThan(people.length);
  expect(new Set(left.map(({ messageId }) => messageId)).size).toBe(left.length);
  for (const { at, to } of left) {
    const local = DateTime.fromJSDate(at, { zone: 'Europe/London' });
    expect(local.weekday).toBeLessThan(6);
    expect([local.hour >= 8, local.hour < 18]).toEqual([true, true]);
    const others = left.filter((other) => other.to === to && other.at > at);
    for (const other of others) expect(other.at.getTime() - at.getTime()).toBeGreaterThanOrEqual(20 * HOUR);
    // Whoever had nothing left to answer was left in peace.
    const waiting = invitations.filter((one) => one.to === to && !((done.get(one.id)?.getTime() ?? Infinity) <= at.getTime()));
    expect(waiting.length).toBeGreaterThan(0);
  }
  const items = await office.sql<{ invitation: string; count: number; mails: number; waiting: number }>(
    `select item.invitation, count(*)::int as count, count(distinct item.mail)::int as mails,
        count(*) filter (where mail.state in ('pending', 'sending') and not item.dropped)::int as waiting
      from post.mail_item item join post.mail mail on mail.id = item.mail where item.kind <> 'invitation' and not item.dropped group by 1`,
  );
  for (const { count, mails, waiting } of items) {
    expect([count, waiting]).toEqual([mails, 0]);
    expect(count).toBeLessThanOrEqual(3);
  }
  // Nobody who never answered was forgotten.
  const never = invitations.filter(({ id }) => !done.has(id)).map(({ id }) => id);
  expect(never.filter((id) => !items.some(({ invitation }) => invitation === id))).toEqual([]);
}, 120_000);
