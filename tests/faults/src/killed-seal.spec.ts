import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { FileVault } from '@facet/answer-links';
import { sealSteps } from '@facet/server-seal-round';
import { answerAs } from '@facet/store-answers-testing';
import { testConfiguration, testDatabase, testSchool, type TestSchool } from '@facet/testing';
import { testRound, type TestRound } from '@facet/testing-rounds';

const db = await testDatabase();
const { keysFolder } = testConfiguration(db);
const vault = new FileVault(keysFolder);
afterAll(() => db.drop());

const raters = [
  { name: 'Ada Okafor', group: 'self' as const, ratings: [5, 4] },
  { name: 'Mary Line', group: 'line_manager' as const, ratings: [3, 3] },
  { name: 'Sam', group: 'peer' as const, ratings: [4, 4] },
  { name: 'Jo', group: 'peer' as const, ratings: [4, null] },
  { name: 'Kim', group: 'peer' as const, ratings: [5, 5] },
  { name: 'Lee', group: 'peer' as const, ratings: [3, 2] },
  { name: 'Ali', group: 'direct_report' as const, ratings: [2, 1] },
  { name: 'Bea', group: 'direct_report' as const, ratings: [3, 3] },
  { name: 'Cal', group: 'direct_report' as const, ratings: [1, null] },
];
/** What the ratings above come to, counted by hand: peers on both behaviours, direct reports on the one that three have seen. */
const counts = [
  { shown_group: 'direct_report', behaviour: '1.1', counts: [1, 1, 1, 0, 0] },
  { shown_group: 'peer', behaviour: '1.1', counts: [0, 0, 1, 2, 1] },
  { shown_group: 'peer', behaviour: '2.1', counts: [0, 1, 0, 1, 1] },
];
const written = ['words of Jo', 'words of Kim', 'words of Lee', 'words of Sam'];

let school: TestSchool;
let round: TestRound;

async function startAnew(): Promise<void> {
  school = await testSchool(db);
  round = await testRound(db, school, vault, { raters, closesAt: '2026-12-09T18:00:00Z' });
  for (const { name, group, ratings } of raters) {
    const comments = group === 'peer' ? { '1': { seen: `words of ${name}` } } : {};
    await answerAs(db.database, vault, round.token[name] ?? '', {
      ratings: { '1.1': ratings[0] ?? null, '2.1': ratings[1] ?? null },
      comments,
    });
  }
  await db.setClock('2026-12-09T18:15:00Z');
}
beforeEach(startAnew);

const program = (...more: string[]): ChildProcess =>
  spawn(process.execPath, ['dist/tests/faults/seal-program.js', db.url, keysFolder, school.organisation, round.id, ...more], {
    cwd: new URL('../../..', import.meta.url),
    stdio: ['pipe', 'pipe', 'inherit'],
  });

/** Runs the program step by step and kills it when it is about to take this one. */
async function killedBefore(step: string): Promise<void> {
  const child = program('gated');
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout ?? process.stdin })) {
    if (line === step) child.kill('SIGKILL');
    else child.stdin?.write('go on\n');
  }
  const [, signal] = (await ended) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
}

/** Lets it run and kills it so many milliseconds after its first step; how long it lasted from there, and whether it was killed. */
async function killedAfter(milliseconds: number): Promise<{ readonly killed: boolean; readonly lasted: number }> {
  const child = program();
  const ended = once(child, 'exit');
  await once(child.stdout ?? child, 'data');
  const begun = performance.now();
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
  const [, signal] = (await ended) as [number | null, string | null];
  clearTimeout(timer);
  return { killed: signal === 'SIGKILL', lasted: performance.now() - begun };
}

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function state(): Promise<'open with all envelopes' | 'sealed with its report' | { readonly torn: object }> {
  const count = (table: string): string => `(select count(*)::int from answers.${table} where round = $1)`;
  const [found] = await db.source.query<Record<string, unknown>[]>(
    `select sealed_at is not null as sealed, ${count('envelope')} as envelopes, ${count('cell')} as cells, ${count('comment')} as comments,
        ${count('snapshot')} as snapshots, ${count('secret_destruction')} as debts,
        (select count(*)::int from post.mail where about = $1 and kind = 'report_ready') as mails
      from people.round where id = $1`,
    [round.id],
  );
  const open = { sealed: false, envelopes: 9, cells: 0, comments: 0, snapshots: 0, debts: 0, mails: 0 };
  const sealed = { sealed: true, envelopes: 0, cells: 3, comments: 4, snapshots: 1, debts: 1, mails: 1 };
  if (JSON.stringify(found) === JSON.stringify(open)) return 'open with all envelopes';
  if (JSON.stringify(found) === JSON.stringify(sealed)) return 'sealed with its report';
  return { torn: { ...found } };
}

/** Whatever happened before: one more seal, and everything that was sent is counted, nothing twice. */
async function endsWithEqualCounts(): Promise<void> {
  await once(program(), 'exit');
  expect(await state()).toBe('sealed with its report');
  const cells: unknown = await db.source.query(
    'select shown_group, behaviour, counts from answers.cell where round = $1 order by shown_group, behaviour',
    [round.id],
  );
  expect(cells).toEqual(counts);
  const comments = await db.source.query<{ words: string }[]>('select words from answers.comment where round = $1 order by words', [
    round.id,
  ]);
  expect(comments.map(({ words }) => words)).toEqual(written);
}

test.each(sealSteps)(
  'a seal that is killed before it can “%s” leaves the round open with all envelopes, and the next one counts everything',
  async (step) => {
    await killedBefore(step);
    expect(await state()).toBe('open with all envelopes');
    await endsWithEqualCounts();
  },
);

test('row 91: a seal that is killed at twenty random times leaves the round open with all envelopes or sealed with its report', async () => {
  const random = generator(20_261_209);
  const { killed, lasted } = await killedAfter(60_000);
  expect(killed).toBe(false);
  const outcomes: string[] = [];
  let kills = 0;
  for (let time = 0; time < 20; time++) {
    await startAnew();
    if ((await killedAfter(random() * lasted)).killed) kills++;
    outcomes.push(JSON.stringify(await state()));
    await endsWithEqualCounts();
  }
  for (const outcome of outcomes) expect(outcome).not.toContain('torn');
  expect(kills).toBeGreaterThan(5);
});

test('row 91: two processes that seal at once make one report', async () => {
  const both = [program(), program()];
  await Promise.all(both.map((child) => once(child, 'exit')));
  expect(await state()).toBe('sealed with its report');
  await endsWithEqualCounts();
});
