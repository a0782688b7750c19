import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { fraction, toNumber, whole } from './fraction';
import { addCounts, gap, meanOfCounts, meanOfMeans } from './means';

const counts = fc.array(fc.nat({ max: 40 }), { minLength: 5, maxLength: 5 });

test('four colleagues who say 3, 4, 4 and 5 have a mean of 4', () => {
  expect(toNumber(meanOfCounts([0, 0, 1, 2, 1]))).toBe(4);
});

test('a behaviour that nobody rated has no mean, neither 0 nor NaN', () => {
  expect(meanOfCounts([0, 0, 0, 0, 0])).toBeNull();
  expect(meanOfMeans([])).toBeNull();
  expect(gap(null, whole(3))).toBeNull();
  expect(gap(whole(3), null)).toBeNull();
});

test('two thirds stay two thirds until they are shown', () => {
  expect(meanOfCounts([1, 2])).toEqual(fraction(5n, 3n));
  expect(toNumber(meanOfCounts([1, 2]))).toBe(5 / 3);
});

test('a mean of means weighs a group of three like a group of ten', () => {
  expect(toNumber(meanOfMeans([fraction(31n, 10n), fraction(11n, 3n)]))).toBe((31 * 3 + 110) / 60);
});

test('3.1, 3.2, 3.2 and 3.2 average to exactly 3.175 in every order', () => {
  const means = [fraction(31n, 10n), fraction(16n, 5n), fraction(16n, 5n), fraction(16n, 5n)];
  expect(toNumber(meanOfMeans(means))).toBe(3.175);
  expect(toNumber(meanOfMeans(means.toReversed()))).toBe(3.175);
});

test('the gap is positive when the leader rates higher than the others', () => {
  expect(toNumber(gap(whole(4), fraction(13n, 4n)))).toBe(0.75);
  expect(toNumber(gap(whole(3), fraction(13n, 4n)))).toBe(-0.25);
});

test('a mean lies between the lowest and the highest rating given', () => {
  fc.assert(
    fc.property(counts, (given) => {
      const mean = toNumber(meanOfCounts(given));
      const chosen = given.flatMap((count, index) => (count > 0 ? [index + 1] : []));
      if (mean === null) return chosen.length === 0;
      return mean >= Math.min(...chosen) && mean <= Math.max(...chosen);
    }),
  );
});

test('the mean of two cells put together is the mean of everyone in them', () => {
  fc.assert(
    fc.property(counts, counts, (a, b) => {
      const ratings = [a, b].flatMap((cell) => cell.flatMap((count, index) => Array<number>(count).fill(index + 1)));
      const expected = ratings.length === 0 ? null : ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length;
      expect(toNumber(meanOfCounts(addCounts(a, b)))).toBe(expected);
    }),
  );
});

test('half a rater, less than none, or a denominator of 0 is refused', () => {
  expect(() => meanOfCounts([0.5])).toThrow(RangeError);
  expect(() => meanOfCounts([-1, 2])).toThrow(RangeError);
  expect(() => whole(1.5)).toThrow(RangeError);
  expect(() => fraction(1n, 0n)).toThrow(RangeError);
});
