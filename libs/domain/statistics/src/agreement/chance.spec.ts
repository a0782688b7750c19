import { expect, test } from '@jest/globals';
import { chanceOf } from './chance';

/** Another generator than the table's: Park & Miller's, from 1988. Whole numbers below `bound`. */
const dice = (seed: number) => {
  let state = seed;
  return (bound: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % bound;
  };
};

/** rWG(J) as the paper writes it, from the ratings of one imagined group. */
const agreementOfThrows = (roll: (bound: number) => number, raters: number, behaviours: number, points: number): number => {
  const variances = Array.from({ length: behaviours }, () => {
    const ratings = Array.from({ length: raters }, () => roll(points) + 1);
    const centre = ratings.reduce((total, rating) => total + rating, 0) / raters;
    return ratings.reduce((total, rating) => total + (rating - centre) ** 2, 0) / (raters - 1);
  });
  const share = Math.min(1, variances.reduce((total, one) => total + one, 0) / behaviours / ((points ** 2 - 1) / 12));
  return (behaviours * (1 - share)) / (behaviours * (1 - share) + share);
};

const percentile = (sorted: readonly number[], share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;

test.each([
  [8, 4, 5],
  [12, 3, 6],
])('chance for %i colleagues and %i behaviours on %i points, thrown again with other dice, is that of the table', (n, items, points) => {
  const roll = dice(20_261_124);
  const thrown = Array.from({ length: 100_000 }, () => agreementOfThrows(roll, n, items, points)).sort((a, b) => a - b);
  const levels = chanceOf(n, items, points);
  expect(Math.abs(percentile(thrown, 0.95) - (levels?.p95 ?? 9))).toBeLessThan(0.01);
  expect(Math.abs(percentile(thrown, 0.5) - (levels?.p50 ?? 9))).toBeLessThan(0.01);
});

test.each([4, 5, 6, 7])(
  'for five colleagues and one behaviour on %i points, going through every possible throw gives the same',
  (points) => {
    const every = Array.from({ length: points ** 5 }, (_, code) => {
      const throws = Array.from({ length: 5 }, (__, at) => Math.floor(code / points ** at) % points);
      let next = 0;
      return agreementOfThrows(() => throws[next++] ?? 0, 5, 1, points);
    }).sort((a, b) => a - b);
    const levels = chanceOf(5, 1, points);
    expect(levels?.p95).toBeCloseTo(percentile(every, 0.95), 9);
    expect(levels?.p50).toBeCloseTo(percentile(every, 0.5), 9);
  },
);

test('a hundred colleagues who throw dice pass the level for sixty, which stands for them, less than once in twenty', () => {
  const roll = dice(1_984);
  const level = chanceOf(100, 1, 5)?.p95 ?? 9;
  const passed = Array.from({ length: 20_000 }, () => agreementOfThrows(roll, 100, 1, 5)).filter((found) => found > level);
  expect(passed.length).toBeLessThan(1_000);
  expect(passed.length).toBeGreaterThan(0);
});
