import { randomUUID } from 'node:crypto';
import { type MailKind, MailRows } from '@facet/mail';
import { testDatabase, testSchool } from '@facet/testing';
import { afterAll, expect, test } from '@jest/globals';
import { mailIsLate } from './late-mail';

const db = await testDatabase();
afterAll(() => db.drop());

const DUE = '2026-12-01T09:00:00Z';
const write = async (kind: MailKind): Promise<void> => {
  await db.setClock(DUE);
  const { organisation, coach } = await testSchool(db, `${randomUUID()}.test`);
  await db.database.as('facet_mail', organisation, (tx) =>
    new MailRows().write(tx, [
      { person: coach.id, kind, dedupeKey: randomUUID(), about: randomUUID(), notBefore: tx.now, giveUpAt: 'never', items: [] },
    ]),
  );
};
const lateAt = async (now: string): Promise<boolean> => {
  await db.setClock(now);
  return mailIsLate(db.database);
};

test('mail is late when one that is due has waited for ten minutes, and a reminder is not looked at', async () => {
  await write('reminder');
  expect(await lateAt('2026-12-01T12:00:00Z')).toBe(false);
  await write('report_ready');
  expect(await lateAt('2026-12-01T09:09:59Z')).toBe(false);
  expect(await lateAt('2026-12-01T09:10:00Z')).toBe(true);
  await db.source.query(`update post.mail set not_before = '2026-12-01T10:00:00Z' where kind = 'report_ready'`); // its server put it off
  expect(await lateAt('2026-12-01T10:05:00Z')).toBe(false);
});
