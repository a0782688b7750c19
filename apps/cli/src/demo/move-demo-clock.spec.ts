import { afterAll, expect, test } from '@jest/globals';
import { installDemoClock } from '@facet/server-operate';
import { testDatabase } from '@facet/testing';
import { recorded } from '../recorded';

const db = await testDatabase();
process.env['DATABASE_URL'] = db.url;
afterAll(() => db.drop());

const hour = 3_600_000;
const clock = async (): Promise<number> => (await db.database.as('facet_people', null, (tx) => Promise.resolve(tx.now))).getTime();

test('the clock of a real database is never moved', async () => {
  const { code, printed, reported } = await recorded('demo', 'later', '3d');
  expect({ code, printed }).toEqual({ code: 1, printed: '' });
  expect(reported).toContain('no demo');
  expect(Math.abs((await clock()) - Date.now())).toBeLessThan(hour);
});

test('the demo’s clock goes on from wherever it was moved to, for every process', async () => {
  await installDemoClock(db.source);
  expect((await recorded('demo', 'later', '3d')).code).toBe(0);
  expect((await recorded('demo', 'later', '12h')).code).toBe(0);
  expect(Math.abs((await clock()) - Date.now() - 84 * hour)).toBeLessThan(hour);
});

test.each(['', '3', 'd', '-3d', '3w', '0d', '367d', '1.5h', '999999d'])('“%s” is no time to move by', async (words) => {
  const before = await clock();
  expect((await recorded('demo', 'later', words)).code).toBe(2);
  expect((await clock()) - before).toBeLessThan(hour);
});
