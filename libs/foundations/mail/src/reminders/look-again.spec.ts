import { RecordingSmtp, testDatabase } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { PostOffice } from '../post-office';
import { ReminderStage } from './reminder-stage';

// A round in which nothing can have changed is not looked at again. Invited on Tuesday 1 December at 9; it closes on the 20th at 17.

const db = await testDatabase();
const smtp = await RecordingSmtp.start();
const office = await PostOffice.open({ db, smtp });
const stage = await ReminderStage.open(office, smtp, db.database);
let round: string;
let invitation: string;
beforeEach(async () => {
  await office.sql('update people.round set cancelled_at = platform.clock()');
  await stage.empty();
  round = await stage.roundOf('Ada', '2026-12-20T17:00:00Z');
  invitation = await stage.invite(round, await stage.person('Sam'));
});
afterAll(async () => {
  await stage.close();
  await smtp.stop();
  await office.close();
  await db.drop();
});

const looks = (): Promise<unknown[]> => office.sql('select * from post.reminder_look where round = $1', [round]);
const waitsUntil = async (): Promise<Date | undefined> =>
  (await office.sql<{ again_at: Date }>('select again_at from post.reminder_look where round = $1', [round]))[0]?.again_at;
const isLookedAt = async (at: string): Promise<boolean> =>
  (await office.sql('select from door.rounds_to_look_at($1)', [new Date(at)])).length === 1;

test('between two looks lies a day, or as long as nobody of the round can be due, to the second', async () => {
  expect(await isLookedAt('2026-12-01T09:00:00Z')).toBe(true);
  await stage.tick('2026-12-06T12:00:00Z');
  expect(await waitsUntil()).toEqual(new Date('2026-12-07T12:00:00Z'));
  await stage.tick('2026-12-07T12:00:00Z');
  expect(await waitsUntil()).toEqual(new Date('2026-12-08T09:00:00Z'));
  expect(await isLookedAt('2026-12-08T08:59:59Z')).toBe(false);
  expect(await isLookedAt('2026-12-08T09:00:00Z')).toBe(true);
});

test('when a colleague answers, declines or is reminded no more, nothing is written about the round', async () => {
  const before = await looks();
  await stage.tick('2026-12-08T08:00:00Z');
  const looked = await looks();
  expect(looked).not.toEqual(before);
  for (const status of ['answered', 'declined', 'invited']) {
    await stage.answer(invitation, status);
    await stage.tick('2026-12-08T08:30:00Z');
    expect(await looks()).toEqual(looked);
  }
});

test('whoever has answered moves the next look no more than whoever has not', async () => {
  await stage.tick('2026-12-07T12:00:00Z');
  const looked = await looks();
  await stage.answer(invitation, 'answered');
  await office.sql('delete from post.reminder_look');
  await stage.tick('2026-12-07T12:00:00Z');
  expect(await looks()).toEqual(looked);
});

test('a wish of the leader that was still being written during the look is seen at the next tick, and so is a clock that was set back', async () => {
  await stage.tick('2026-12-03T10:00:00Z');
  expect(await isLookedAt('2026-12-03T10:00:30Z')).toBe(false);
  await office.sql(`insert into post.asked_reminder values ($1, $2, '2026-12-03T09:59:59Z')`, [round, office.organisation]);
  expect(await isLookedAt('2026-12-03T10:00:30Z')).toBe(true);
  await stage.tick('2026-12-03T10:00:30Z');
  expect(stage.told).toEqual(['Ada’s']);
  expect([await isLookedAt('2026-12-03T10:01:00Z'), await isLookedAt('2026-12-03T10:00:29Z')]).toEqual([false, true]);
});

test('many rounds are taken some at a time, and a person asked about in all of them still gets one mail', async () => {
  const person = await stage.person('Tim');
  const others: string[] = [];
  for (let number = 0; number < 205; number++) others.push(await stage.roundOf(`Leader ${number}`, '2026-12-11T10:00:00Z'));
  for (const other of others) await office.invite(other, person);
  const mail = await office.write({
    person,
    items: (await office.sql<{ id: string }>('select id from people.invitation where person = $1', [person])).map(({ id }) => ({
      ...{ invitation: id, kind: 'invitation' as const, ordinal: 1 },
    })),
  });
  await stage.worker.send.send(mail);
  await db.setClock('2026-12-08T10:00:00Z');
  expect(await stage.planner().run()).toBe(2); // one to Sam, who was invited a week ago
  expect(
    await office.sql(`select count(*)::int as items, count(distinct mail)::int as mails from post.mail_item where kind = 'closing_soon'`),
  ).toEqual([{ items: 205, mails: 1 }]);
});
