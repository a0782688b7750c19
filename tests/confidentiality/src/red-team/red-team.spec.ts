import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomInt } from 'node:crypto';
import { writeSync } from 'node:fs';
import { Intruder } from './intruder';
import { leakyTables, playLeakily } from './leaky-rounds';
import { type KnownRound, plunder } from './plunder';
import { playAndWatch, productTables } from './product-loot';
import { markIn } from './colleagues';
import { ProductRounds } from './product-rounds';
import { Random } from './random';
import { rankCorrelation, reachOfChance } from './rank-correlation';
import { type Score, scoreAll } from './score';
import { resultTable } from './table';

const ROUNDS = Number(process.env['FACET_RED_TEAM_ROUNDS'] ?? 200);
const AT_ONCE = 20;
const seed = Number(process.env['FACET_SEED'] ?? randomInt(2 ** 31));
let product: readonly Score[] = [];
let leaky: readonly Score[] = [];
/** The truth about the rounds of both. */
let played: { readonly product: readonly KnownRound[]; readonly leaky: readonly KnownRound[] } = { product: [], leaky: [] };
/** A second look at new rounds, only where the first has found something: one attack in a thousand does so by chance. */
let again: readonly Score[] | null = null;

beforeAll(async () => {
  process.stderr.write(`red team: FACET_SEED=${seed}\n`);
  const random = new Random(seed);
  const rounds = await ProductRounds.open(random);
  const intruder = await Intruder.enter(rounds.db);
  const attack = async (): Promise<Score[]> => {
    const seen = await playAndWatch(rounds, intruder, ROUNDS, AT_ONCE);
    played = { ...played, product: seen };
    return scoreAll(await plunder(intruder, productTables, seen), seen);
  };
  try {
    product = await attack();
    if (product.some(isOutside)) again = await attack();
    played = { ...played, leaky: await playLeakily(intruder, ROUNDS, random) };
    leaky = scoreAll(await plunder(intruder, leakyTables, played.leaky), played.leaky);
  } finally {
    await intruder.leave();
    await rounds.close();
  }
}, 1_800_000);

afterAll(() => {
  print(`\n${resultTable(ROUNDS, product, leaky)}\n`);
  if (again) print(`\nOutside chance at the first look, hence a second one:\n${resultTable(ROUNDS, again, leaky)}\n`);
});

/** Straight to the console: Jest holds back what goes through process.stdout, and ends before it has shown it; its progress wipes the last lines. */
const print = (text: string): void => void writeSync(1, `${text}\n\n`);

const isOutside = ({ hits, chance }: Score): boolean => hits < chance.least || hits > chance.most;

test('no attack on the database, its log or its dumps links answers to people better than chance', () => {
  const twice = product.filter((score) => isOutside(score) && again?.some((second) => second.attack === score.attack && isOutside(second)));
  expect(twice).toEqual([]);
});

test('every attack finds at least nine of ten in a product that leaks, so none of them is blind', () => {
  expect(leaky.filter(({ tried, hits }) => tried === 0 || hits < 0.9 * tried)).toEqual([]);
});

/** Mean correlation of the order in which people answered with the order in which their words are shown, question by question. */
const meanOrder = (rounds: readonly KnownRound[]): number[] =>
  [0, 1].map((question) =>
    mean(
      rounds.map((round) =>
        rankCorrelation(
          round.sent.map(({ invitation }) => invitation),
          writers(round, question),
        ),
      ),
    ),
  );

/** Who has written the comments on one question, as shown. */
function writers({ sent, shown }: KnownRound, question: number): string[] {
  return (shown[question] ?? []).map((text) => {
    const writer = sent.find(({ answers }) => [answers.seen, answers.help].some((own) => markIn(own) === markIn(text)));
    return writer?.invitation ?? '';
  });
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

test('the order in which comments are shown says nothing of the order in which people have answered', () => {
  for (const order of meanOrder(played.product)) expect(Math.abs(order)).toBeLessThan(reachOfChance(8, ROUNDS));
  for (const order of meanOrder(played.leaky)) expect(order).toBeCloseTo(1, 12);
});

test('the order of the comments on one question says nothing of the order on another', () => {
  const between = (rounds: readonly KnownRound[]): number =>
    mean(rounds.map((round) => rankCorrelation(writers(round, 0), writers(round, 1))));
  expect(Math.abs(between(played.product))).toBeLessThan(reachOfChance(8, ROUNDS));
  expect(between(played.leaky)).toBeCloseTo(1, 12);
});
