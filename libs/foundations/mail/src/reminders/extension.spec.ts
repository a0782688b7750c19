import { RecordingSmtp, testDatabase } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { PostOffice } from '../post-office';
import { ReminderStage } from './reminder-stage';

// A leader may put the closing off. Whoever has not answered is then told of the new one, once.

const db = await testDatabase();
const smtp = await RecordingSmtp.start();
const office = await PostOffice.open({ db, smtp });
const stage = await ReminderStage.open(office, smtp, db.database);
let round: string;

const CLOSES = '2026-12-11T10:00:00Z';
const DUE = '2026-12-08T10:00:00Z';
const LATER = '2026-12-17T10:00:00Z';
const DUE_AGAIN = '2026-12-14T10:00:00Z';

beforeEach(async () => {
  await stage.empty();
  round = await stage.roundOf('Ada', CLOSES);
  await stage.invite(round, await stage.person('Sam'));
});
afterAll(async () => {
  await stage.close();
  await smtp.stop();
  await office.close();
  await db.drop();
});

const until = (): (string | undefined)[] => smtp.messages.map(({ mail }) => mail.subject?.split(' by ').at(-1));

test('a closing that is put off before its reminder is due moves the reminder with it', async () => {
  await stage.closeAt(round, LATER);
  await office.sql(`insert into post.reminder_schedule values ($1, $2, null, 3, 3, 3)`, [round, office.organisation]);
  await stage.tick(DUE);
  expect(smtp.messages).toHaveLength(0);
  await stage.tick(DUE_AGAIN);
  expect(until()).toEqual(['Thursday 17 December']);
});

test('after an extension whoever was told that the round closes soon is told once of the new closing', async () => {
  await stage.tick(DUE);
  await stage.closeAt(round, LATER);
  for (const at of ['2026-12-09T10:00:00Z', '2026-12-11T09:59:00Z']) await stage.tick(at);
  expect(until()).toEqual(['Friday 11 December']);
  for (const at of [DUE_AGAIN, '2026-12-15T10:00:00Z', '2026-12-16T10:00:00Z']) await stage.tick(at);
  expect(until()).toEqual(['Friday 11 December', 'Thursday 17 December']);
  expect(await stage.items()).toEqual([
    { kind: 'closing_soon', ordinal: 1, state: 'sent', dropped: false },
    { kind: 'closing_soon', ordinal: 2, state: 'sent', dropped: false },
  ]);
});

test('a round that had closed and is opened again reminds those who have not answered, and nobody else', async () => {
  const answered = await stage.invite(round, await stage.person('Tim'));
  await stage.tick(DUE);
  await stage.answer(answered, 'answered');
  smtp.messages.splice(0);
  await stage.tick('2026-12-11T12:00:00Z');
  await stage.closeAt(round, LATER);
  await stage.tick(DUE_AGAIN);
  expect(smtp.messages.map(({ to }) => to.join())).toEqual([expect.stringMatching(/^Sam\./)]);
});

test('a reminder that rests while its closing is put off is dropped, and the one of the new closing comes in its time', async () => {
  await stage.closeAt(round, '2026-12-08T10:00:00Z'); // due on Saturday: it rests until Monday
  await stage.tick('2026-12-05T10:00:00Z');
  await stage.closeAt(round, LATER);
  for (const at of ['2026-12-07T08:00:00Z', '2026-12-07T12:00:00Z']) await stage.tick(at);
  expect(smtp.messages).toHaveLength(0);
  await office.sql(`insert into post.reminder_schedule values ($1, $2, null, 3, 3, 3)`, [round, office.organisation]);
  for (const at of [DUE_AGAIN, '2026-12-15T10:00:00Z']) await stage.tick(at);
  expect(until()).toEqual(['Thursday 17 December']);
});

test('however often the closing is put off, nobody gets more than three reminders', async () => {
  for (let day = 11; day <= 28; day++) {
    await stage.closeAt(round, `2026-12-${day}T10:00:00Z`);
    await stage.tick(`2026-12-${String(day - 2).padStart(2, '0')}T10:00:00Z`);
  }
  expect(smtp.messages).toHaveLength(3);
});

test('after the cancelling and after the seal nobody is reminded of an earlier extension', async () => {
  await stage.tick(DUE);
  await stage.closeAt(round, LATER);
  await office.sql('update people.round set sealed_at = $2 where id = $1', [round, '2026-12-11T11:00:00Z']);
  await stage.tick(DUE_AGAIN);
  expect(smtp.messages).toHaveLength(1);
});
