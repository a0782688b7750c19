import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sealSteps } from '@facet/server-seal-round';
import { testDatabase } from '@facet/testing';
import { type RoundToSeal, roundToSeal, sealed, type Standing, standing } from './round-to-seal';
import { type Run, runSeal } from './run-seal';
import { seeded } from './seeded';

const db = await testDatabase();
/** What the same answers come to when nobody disturbs the seal, and how long that takes. */
let whole: Standing;
let usual: number;
let round: RoundToSeal;
beforeAll(async () => {
  const undisturbed = await roundToSeal(db);
  usual = (await runSeal(db, undisturbed)).lasted;
  const { report } = await standing(db, undisturbed);
  whole = sealed(report);
});
beforeEach(async () => {
  round = await roundToSeal(db);
});
afterAll(() => db.drop());

/** Whatever happened before: one more seal, and everything that was sent is counted, nothing twice. */
async function endsWhole(): Promise<void> {
  await runSeal(db, round);
  expect(await standing(db, round)).toEqual(whole);
}

test('a seal that nobody disturbs takes every step that it names, and makes a report', async () => {
  const { steps, result } = await runSeal(db, round);
  expect({ steps, result }).toEqual({ steps: sealSteps, result: '"sealed"' });
  expect(whole.report).toContain('words of Jo');
  await endsWhole();
});

test.each(sealSteps)(
  'row 91: a seal that is killed before it can “%s” changes nothing, and the next one counts everything',
  async (step) => {
    const before = await db.dump();
    const { killed, steps } = await runSeal(db, round, { killBefore: step });
    expect({ killed, last: steps.at(-1) }).toEqual({ killed: true, last: step });
    expect(await db.dump()).toBe(before);
    await endsWhole();
  },
);

test('row 91: a seal that is killed at random times leaves the round open with all envelopes or sealed with its report', async () => {
  const random = seeded('seal killed at random times');
  let kills = 0;
  for (let time = 0; time < 100 && kills < 10; time++) {
    round = await roundToSeal(db);
    const before = await db.dump();
    const { killed, lasted } = await runSeal(db, round, { killAfter: random() * usual });
    if (killed) kills++;
    else usual = Math.min(usual, lasted); // the machine was busier when it was first measured
    if ((await db.dump()) !== before) expect(await standing(db, round)).toEqual(whole);
    await endsWhole();
  }
  expect(kills).toBe(10);
});

test('row 91: of two processes that seal at once one makes the report, and the other waits and finds it made', async () => {
  const others: Promise<Run>[] = [];
  const first = await runSeal(db, round, {
    hold: async (step) => {
      if (step !== 'commit') return;
      others.push(runSeal(db, round)); // everything is written and nothing is committed: the worst moment to come
      await untilSomebodyWaits();
    },
  });
  const [second] = await Promise.all(others);
  expect([first.result, second?.result]).toEqual(['"sealed"', '"already done"']);
  expect(second?.steps).toEqual(['take the lock']);
  expect(await standing(db, round)).toEqual(whole);
});

/** Until a transaction of this database waits for what another one holds. */
async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const [waiting] = await db.source.query<{ id: number }[]>('select pid as id from pg_locks where not granted');
    if (waiting) return;
    await setTimeout(10);
  }
}

test('row 91: a seal that starts while another is being killed makes the report', async () => {
  const [, next] = await Promise.all([runSeal(db, round, { killBefore: 'commit' }), runSeal(db, round)]);
  expect(['"sealed"', '"already done"']).toContain(next.result);
  await endsWhole();
});
