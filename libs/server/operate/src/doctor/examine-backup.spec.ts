import { afterAll, expect, test } from '@jest/globals';
import { testDatabase, testSchool } from '@facet/testing';
import { examineBackup } from './examine-backup';

const db = await testDatabase();
afterAll(() => db.drop());

const states = async (): Promise<string[]> => (await examineBackup(db.source)).map(({ state, says }) => `${state}: ${says}`);

test('the age of the newest finished backup is said, and is something to look at once it is a day and a half', async () => {
  expect(await states()).toEqual([]);
  await testSchool(db);
  await db.setClock('2026-11-25T09:00:00Z');
  expect(await states()).toEqual(['look: No backup was ever made with facet backup.']);
  await db.source.query(`insert into operate.backup (id, began_at) values (gen_random_uuid(), '2026-11-25T08:00:00Z')`);
  expect(await states()).toEqual(['look: No backup was ever made with facet backup.']);
  await db.source.query('update operate.backup set finished_at = platform.clock()');
  expect(await states()).toEqual(['good: The newest backup began 2026-11-25 08:00 UTC, an hour ago.']);
  await db.setClock('2026-11-26T21:00:00Z');
  expect(await states()).toEqual(['look: The newest backup began 2026-11-25 08:00 UTC, 37 hours ago.']);
});

test('a restored database whose mails wait is something to look at', async () => {
  await db.source.query(
    `insert into operate.restored (id, backup_began_at, at) values (gen_random_uuid(), platform.clock(), platform.clock())`,
  );
  expect(await states()).toEqual([expect.any(String), 'look: This database was restored, and its mails and reminders wait.']);
});
