import { limits } from '@facet/domain-framework';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { uniformVariance } from '../researchers/null-variance';
import { rwgJ } from '../researchers/within-group';
import { agreementOf } from './agreement-of';
import { chanceOf, chanceSpreads } from './chance';

const rows = (...ratings: number[]): number[][] => ratings.map((rating) => [rating, rating, rating]);
const from = ({ least, most }: { readonly least: number; readonly most: number }): number[] =>
  Array.from({ length: most - least + 1 }, (_, at) => least + at);
const scales = from(limits.points);
const matrices = fc
  .record({ points: fc.constantFrom(...scales), raters: fc.integer({ min: 5, max: 70 }), behaviours: fc.integer({ min: 1, max: 22 }) })
  .chain(({ points, raters, behaviours }) => {
    const row = fc.array(fc.integer({ min: 1, max: points }), { minLength: behaviours, maxLength: behaviours });
    return fc.record({ points: fc.constant(points), ratings: fc.array(row, { minLength: raters, maxLength: raters }) });
  });

test('five colleagues of one mind agree, five who are spread over the whole scale do not', () => {
  expect(agreementOf(rows(4, 4, 4, 4, 4), 5)).toBe('high');
  expect(agreementOf(rows(4, 4, 4, 5, 3), 5)).toBe('high');
  expect(agreementOf(rows(2, 3, 4, 5, 4), 5)).toBe('mixed');
  expect(agreementOf(rows(1, 1, 5, 5, 3), 5)).toBe('low');
});

test('half against half at opposite ends is low agreement, although rWG(J) has its floor there', () => {
  const ratings = rows(1, 1, 1, 5, 5, 5);
  expect(rwgJ(ratings, uniformVariance(5))).toBe(0);
  expect(agreementOf(ratings, 5)).toBe('low');
});

test('of four colleagues nothing is said, however much they agree', () => {
  expect(agreementOf(rows(4, 4, 4, 4), 5)).toBeNull();
  expect(agreementOf([], 5)).toBeNull();
});

test('without behaviours, and on a scale that no framework has, nothing is said', () => {
  expect(agreementOf([[], [], [], [], []], 5)).toBeNull();
  expect(agreementOf(rows(4, 4, 4, 4, 4), 11)).toBeNull();
});

test('a missing rating, half a point or a point outside the scale is refused', () => {
  expect(() => agreementOf([[4, 4], [4], [4, 4], [4, 4], [4, 4]], 5)).toThrow(RangeError);
  expect(() => agreementOf(rows(4, 4, 4, 4, 3.5), 5)).toThrow(RangeError);
  expect(() => agreementOf(rows(4, 4, 4, 4, 6), 5)).toThrow(RangeError);
  expect(() => agreementOf(rows(4, 4, 4, 4, 0), 5)).toThrow(RangeError);
  expect(() => agreementOf(rows(4, 4, 4, 4, Number.NaN), 5)).toThrow(RangeError);
});

test('every framework, with any number of colleagues from five, has a level of chance', () => {
  for (const points of scales)
    for (const behaviours of from(limits.behaviours))
      for (const raters of from({ least: 5, most: 200 })) {
        const levels = chanceOf(raters, behaviours, points);
        expect(levels !== null && levels.p95 > levels.p50 && levels.p50 >= 0 && levels.p95 < 1).toBe(true);
      }
});

test('agreement is high exactly where rWG(J) lies above the 95th percentile of chance', () => {
  fc.assert(
    fc.property(matrices, ({ points, ratings }) => {
      const found = rwgJ(ratings, uniformVariance(points)) ?? 0;
      const levels = chanceOf(ratings.length, ratings[0]?.length ?? 0, points) ?? { p95: 0, p50: 0 };
      const word = agreementOf(ratings, points);
      if (Math.abs(found - levels.p95) > 1e-9) expect(word === 'high').toBe(found > levels.p95);
      if (found < levels.p50 - 1e-9) expect(word).toBe('low');
      if (found > levels.p50 + 1e-9) expect(word).not.toBe('low');
    }),
  );
});

test('whoever is asked first, whichever behaviour, and whichever end of the scale is called the high one, agreement is the same', () => {
  const shuffled = matrices.chain((given) =>
    fc.record({ given: fc.constant(given), order: fc.shuffledSubarray(given.ratings, { minLength: given.ratings.length }) }),
  );
  fc.assert(
    fc.property(shuffled, ({ given: { points, ratings }, order }) => {
      const word = agreementOf(ratings, points);
      expect(agreementOf(order, points)).toBe(word);
      expect(
        agreementOf(
          ratings.map((row) => row.toReversed()),
          points,
        ),
      ).toBe(word);
      expect(
        agreementOf(
          ratings.map((row) => row.map((rating) => points + 1 - rating)),
          points,
        ),
      ).toBe(word);
    }),
  );
});

test('more colleagues or behaviours than the table holds are set against its last entry, in proportion', () => {
  const share = (raters: number, behaviours: number) => {
    const { p95, p50 } = chanceSpreads(raters, behaviours, 5) ?? { p95: 0, p50: 0 };
    return [p95, p50].map((spread) => spread / (raters * (raters - 1) * behaviours));
  };
  const [high, low] = share(60, 20);
  expect(share(61, 20)[0]).toBeCloseTo(high ?? 0, 12);
  expect(share(200, 25)[1]).toBeCloseTo(low ?? 0, 12);
});
