export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Arithmetic mean; null without values. */
export const mean = (values: readonly number[]): number | null => (values.length === 0 ? null : sum(values) / values.length);

/**
 * A sum of squares, but 0 where it is no more than what rounding leaves of nothing. Without it, 0 divided by 0 comes out as some number.
 *
 * @param values all from which the squares were computed
 */
export const unlessRounding = (squaresOf: number, values: readonly number[]): number =>
  squaresOf <= 1e-26 * sum(values.map((value) => value ** 2)) ? 0 : squaresOf;

/** Σ (x − mean)², exactly 0 where all values are one. */
export const squares = (values: readonly number[]): number => {
  const centre = mean(values) ?? 0;
  return unlessRounding(sum(values.map((value) => (value - centre) ** 2)), values);
};

/** Sample variance, Σ (x − mean)² / (n − 1), in squared units of the values; null below 2 values. */
export const variance = (values: readonly number[]): number | null => (values.length < 2 ? null : squares(values) / (values.length - 1));

/**
 * A quotient of sums of squares, or null where its denominator is not above 0. A denominator that is a difference can miss 0 by rounding:
 * it counts as 0 beside the largest of its terms.
 */
export const quotient = (numerator: number, terms: readonly number[]): number | null => {
  const denominator = sum(terms);
  return denominator > 1e-12 * Math.max(...terms.map(Math.abs)) ? numerator / denominator : null;
};
