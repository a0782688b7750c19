import { fraction, minus, plus, whole, type Fraction } from './fraction';

/**
 * Mean of one cell: Σ v · counts[v − 1] / Σ counts[v − 1], v = 1 … A.
 *
 * @param counts how many raters chose each point of the scale, lowest first; "not observed" stands in none of them
 * @returns scale points, 1 … A; null when nobody gave a number
 * @throws RangeError for a count that is negative or not whole
 */
export const meanOfCounts = (counts: readonly number[]): Fraction | null => {
  if (counts.some((count) => count < 0)) throw new RangeError('A count of raters cannot be negative.');
  const raters = counts.reduce((sum, count) => sum + BigInt(count), 0n);
  const total = counts.reduce((sum, count, index) => sum + BigInt(index + 1) * BigInt(count), 0n);
  return raters === 0n ? null : fraction(total, raters);
};

/** Counts of two cells added point by point. Both have the length of the scale. */
export const addCounts = (a: readonly number[], b: readonly number[]): number[] => a.map((count, index) => count + (b[index] ?? 0));

/** Plain mean of means, each weighing the same however many raters stand behind it; null when there is none. */
export const meanOfMeans = (means: readonly Fraction[]): Fraction | null => {
  if (means.length === 0) return null;
  const sum = means.reduce(plus, whole(0));
  return fraction(sum.numerator, sum.denominator * BigInt(means.length));
};

/** Self − all others, in scale points: positive when the leader's own view is higher; null when either side is missing. */
export const gap = (self: Fraction | null, allOthers: Fraction | null): Fraction | null =>
  self === null || allOthers === null ? null : minus(self, allOthers);
