import { expect, test } from '@jest/globals';
import { blindLinks, blindRatings, central, together } from './chance';

const mean = (chances: readonly number[]): number => chances.reduce((sum, chance, hits) => sum + chance * hits, 0);

test('eight answers and eight people: one hit is to be expected, and seven are impossible', () => {
  const chances = blindLinks(8, 8);
  expect(chances.reduce((sum, chance) => sum + chance)).toBeCloseTo(1, 12);
  expect(mean(chances)).toBeCloseTo(1, 12);
  // 14,833 of the 40,320 orders of eight leave nobody in their place.
  expect(chances[0]).toBeCloseTo(14_833 / 40_320, 12);
  expect(chances[7]).toBeCloseTo(0, 12);
  expect(chances[8]).toBeCloseTo(1 / 40_320, 12);
});

test('whoever links three answers of three of five people agrees with counting all ways', () => {
  const people = [0, 1, 2, 3, 4];
  const counted = [0, 0, 0, 0];
  for (const a of people)
    for (const b of people)
      for (const c of people) {
        if (new Set([a, b, c]).size < 3) continue;
        const hits = Number(a === 0) + Number(b === 1) + Number(c === 2);
        counted[hits] = (counted[hits] ?? 0) + 1 / 60;
      }
  for (const [hits, chance] of blindLinks(3, 5).entries()) expect(chance).toBeCloseTo(counted[hits] ?? NaN, 12);
});

test('whoever guesses the only rating of a cell is always right, and of three different ones once in three', () => {
  expect(blindRatings([4], new Map([[4, 1]]))).toEqual([0, 1]);
  const three = new Map([1, 2, 3].map((value) => [value, 1]));
  expect(mean(blindRatings([2], three))).toBeCloseTo(1 / 3, 12);
  expect(mean(blindRatings([1, 2, 3], three))).toBeCloseTo(1, 12);
});

test('two hundred rounds of eight: the central 99.9 % of chance is where a normal curve has it', () => {
  const chances = together(Array.from({ length: 200 }, () => blindLinks(8, 8)));
  expect(mean(chances)).toBeCloseTo(200, 6);
  const { least, most } = central(chances, 0.999);
  const reach = 3.29 * Math.sqrt(200);
  expect(Math.abs(least - (200 - reach))).toBeLessThan(4);
  expect(Math.abs(most - (200 + reach))).toBeLessThan(4);
});

test('where nothing was tried, no hit is all that chance allows', () => {
  expect(central(together([]), 0.999)).toEqual({ least: 0, most: 0 });
});
