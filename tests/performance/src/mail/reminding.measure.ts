import { testDatabase } from '@facet/testing';
import { afterAll, test } from '@jest/globals';
import { crowd, invite } from './crowd';
import { head, inTurn, inWords, print, ratio } from './in-turn';
import { findInvited, lookForReminders } from './reminding';

// P5: nx remind performance. Nothing here can fail for being slow. Figures of this machine at this moment; the ratios are what compares.

const MANY = 100_000;
const DAY_MS = 86_400_000;
const db = await testDatabase();
await db.source.query('alter database facet set synchronous_commit = on');
afterAll(() => db.drop());

const start = new Date('2026-12-01T09:00:00Z').getTime();
const after = (days: number): Promise<void> => db.setClock(new Date(start + days * DAY_MS));
const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MB`;

test(`P5: what a look for reminders costs`, async () => {
  head('look', 'bare SQL');
  for (const size of [MANY / 10, MANY]) {
    await after(0);
    const all = await crowd(db, size);
    await invite(db, all);
    const words = size.toLocaleString('en-GB');

    // Whoever was invited today is to be reminded in a week: the look that a tick takes all day long, and the one it takes once a day.
    await lookForReminders(db);
    const idle = await inTurn(async () => ({ look: (await lookForReminders(db)).milliseconds, bare: await findInvited(db, 7) }));
    print(
      `P5 ${words} open invitations, none due / finding those due`,
      inWords(idle.look),
      inWords(idle.bare),
      ratio(idle.look, idle.bare),
    );
    const daily = await inTurn(async (run) => {
      await after(run + 1.5);
      return { look: (await lookForReminders(db)).milliseconds, bare: await findInvited(db, 7) };
    });
    print('    the same, the first look of a day', inWords(daily.look), inWords(daily.bare), ratio(daily.look, daily.bare));

    // All of them due in the same minute.
    await after(8);
    const found = await findInvited(db, 7);
    const look = await lookForReminders(db);
    print(
      `    all due, ${look.planned.toLocaleString('en-GB')} mails planned / finding them`,
      ...[look.milliseconds.toFixed(0), found.toFixed(0), (look.milliseconds / found).toFixed(2)],
    );
    print('    memory held meanwhile', megabytes(look.held), '', '');
    await db.source.query('update people.round set cancelled_at = platform.clock() where cancelled_at is null');
  }
});
