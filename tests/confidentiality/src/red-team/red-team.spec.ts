import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomInt } from 'node:crypto';
import { Intruder } from './intruder';
import { leakyTables, playLeakily } from './leaky-rounds';
import { plunder } from './plunder';
import { playAndWatch, productTables } from './product-loot';
import { ProductRounds } from './product-rounds';
import { Random } from './random';
import { type Score, scoreAll } from './score';
import { resultTable } from './table';

const ROUNDS = Number(process.env['FACET_RED_TEAM_ROUNDS'] ?? 200);
const AT_ONCE = 20;
const seed = Number(process.env['FACET_SEED'] ?? randomInt(2 ** 31));
let product: readonly Score[] = [];
let leaky: readonly Score[] = [];
/** A second look at new rounds, only where the first has found something: one attack in a thousand does so by chance. */
let again: readonly Score[] | null = null;

beforeAll(async () => {
  process.stderr.write(`red team: FACET_SEED=${seed}\n`);
  const random = new Random(seed);
  const rounds = await ProductRounds.open(random);
  const intruder = await Intruder.enter(rounds.db);
  const attack = async (): Promise<Score[]> => {
    const played = await playAndWatch(rounds, intruder, ROUNDS, AT_ONCE);
    return scoreAll(await plunder(intruder, productTables, played), played);
  };
  try {
    product = await attack();
    if (product.some(isOutside)) again = await attack();
    const played = await playLeakily(intruder, ROUNDS, random);
    leaky = scoreAll(await plunder(intruder, leakyTables, played), played);
  } finally {
    await intruder.leave();
    await rounds.close();
  }
}, 900_000);

afterAll(() => {
  process.stdout.write(`\n${resultTable(ROUNDS, product, leaky)}\n`);
  if (again) process.stdout.write(`\nOutside chance at the first look, hence a second one:\n${resultTable(ROUNDS, again, leaky)}\n`);
});

const isOutside = ({ known, hits, chance }: Score): boolean => !known && (hits < chance.least || hits > chance.most);

test('no attack on the database, its log or its dumps links answers to people better than chance', () => {
  const twice = product.filter((score) => isOutside(score) && again?.some((second) => second.attack === score.attack && isOutside(second)));
  expect(twice).toEqual([]);
});

test('every attack finds at least nine of ten in a product that leaks, so none of them is blind', () => {
  expect(leaky.filter(({ tried, hits }) => tried === 0 || hits < 0.9 * tried)).toEqual([]);
});
