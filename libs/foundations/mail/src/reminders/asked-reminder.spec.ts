import { RecordingSmtp, testDatabase } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { PostOffice } from '../post-office';
import { askToRemind } from './ask-to-remind';
import { ReminderStage } from './reminder-stage';

// A leader asks that everyone be reminded who has not answered. Invited on Tuesday 1 December at 9; the round closes on the 20th.

const db = await testDatabase();
const smtp = await RecordingSmtp.start();
const office = await PostOffice.open({ db, smtp });
const stage = await ReminderStage.open(office, smtp, db.database);
let round: string;
let invitation: string;
beforeEach(async () => {
  await stage.empty();
  await office.sql('delete from post.asked_reminder');
  await office.sql(`update people.organisation set zone = 'Europe/London' where id = $1`, [office.organisation]);
  round = await stage.roundOf('Ada', '2026-12-20T17:00:00Z');
  invitation = await stage.invite(round, await stage.person('Sam'));
});
afterAll(async () => {
  await stage.close();
  await smtp.stop();
  await office.close();
  await db.drop();
});

const ask = async (at: string): Promise<void> => {
  await db.setClock(at);
  await db.database.as('facet_people', office.organisation, (tx) => askToRemind(tx, round));
};

test('whoever has not answered is reminded once, however often the tick runs, and it counts as one of the most', async () => {
  await ask('2026-12-03T10:00:00Z');
  for (const at of ['2026-12-03T10:00:30Z', '2026-12-03T10:01:00Z', '2026-12-04T10:00:00Z']) {
    await stage.tick(at);
    await Promise.all(Array.from({ length: 4 }, () => stage.planner().run()));
  }
  expect(stage.told).toEqual(['Ada’s']);
  for (let day = 5; day <= 19; day++) await stage.tick(`2026-12-${String(day).padStart(2, '0')}T10:00:00Z`);
  expect(stage.told).toHaveLength(3);
});

test('whoever answered, even a second before it leaves, or declined, is not', async () => {
  await ask('2026-12-03T22:00:00Z');
  await stage.tick('2026-12-03T22:00:30Z');
  await stage.answer(invitation, 'answered');
  await stage.tick('2026-12-04T08:00:00Z');
  await stage.answer(invitation, 'invited');
  await stage.tick('2026-12-04T09:00:00Z');
  expect(stage.told).toEqual([]);
});

test('it waits for the hours of the organisation, and for twenty hours after the reminder before', async () => {
  await stage.tick('2026-12-08T15:00:00Z');
  expect(stage.told).toHaveLength(1);
  await ask('2026-12-08T16:00:00Z');
  for (const at of ['2026-12-08T16:00:30Z', '2026-12-09T10:59:59Z']) await stage.tick(at);
  expect(stage.told).toHaveLength(1);
  await stage.tick('2026-12-09T11:00:00Z');
  expect(stage.told).toHaveLength(2);
});

test('whoever was invited less than a day before it was asked, or has had the most already, is left alone', async () => {
  await ask('2026-12-02T08:59:00Z');
  await stage.tick('2026-12-03T10:00:00Z');
  expect(stage.told).toEqual([]);
  for (let day = 8; day <= 18; day++) await stage.tick(`2026-12-${String(day).padStart(2, '0')}T10:00:00Z`);
  expect(stage.told).toHaveLength(3);
  await ask('2026-12-18T12:00:00Z');
  await stage.tick('2026-12-18T12:01:00Z');
  expect(stage.told).toHaveLength(3);
});
