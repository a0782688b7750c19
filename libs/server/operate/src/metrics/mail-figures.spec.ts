import { randomUUID } from 'node:crypto';
import { type MailKind, MailRows } from '@facet/mail';
import { testDatabase, testSchool } from '@facet/testing';
import { afterAll, expect, test } from '@jest/globals';
import { readMailFigures } from './mail-figures';

const db = await testDatabase();
afterAll(() => db.drop());

const DUE = '2026-12-01T09:00:00Z';
const write = async (kind: MailKind, at = DUE): Promise<void> => {
  await db.setClock(at);
  const { organisation, coach } = await testSchool(db, `${randomUUID()}.test`);
  await db.database.as('facet_mail', organisation, (tx) =>
    new MailRows().write(tx, [
      { person: coach.id, kind, dedupeKey: randomUUID(), about: randomUUID(), notBefore: tx.now, giveUpAt: 'never', items: [] },
    ]),
  );
};
const figuresAt = async (now: string): ReturnType<typeof readMailFigures> => {
  await db.setClock(now);
  return readMailFigures(db.database);
};

test('mails of all schools are counted together once they have been due for a minute, and never what tells of a colleague', async () => {
  expect(await figuresAt(DUE)).toEqual({ due: 0, oldestSeconds: 0, unknown: 0 });
  for (const kind of ['reminder', 'answers_unread', 'link_again', 'wrong_group', 'report_ready'] as const) await write(kind);
  await write('report_ready', '2026-12-01T09:05:00Z');
  expect(await figuresAt('2026-12-01T09:00:59Z')).toEqual({ due: 0, oldestSeconds: 0, unknown: 0 });
  expect(await figuresAt('2026-12-01T09:01:00Z')).toEqual({ due: 1, oldestSeconds: 60, unknown: 0 });
  expect(await figuresAt('2026-12-01T09:06:00Z')).toEqual({ due: 2, oldestSeconds: 360, unknown: 0 });
  for (const state of ['sending', 'unknown']) await db.source.query('update post.mail set state = $1', [state]);
  expect(await figuresAt('2026-12-01T09:06:00Z')).toEqual({ due: 0, oldestSeconds: 0, unknown: 2 });
});
