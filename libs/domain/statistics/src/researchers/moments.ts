export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Arithmetic mean; null without values. */
export const mean = (values: readonly number[]): number | null => (values.length === 0 ? null : sum(values) / values.length);

/** A part of a sum of squares that is no more than rounding leaves of nothing. Without it, 0 over 0 would come out as some number. */
export const vanishes = (part: number, whole: number): boolean => part <= whole * 1e-14;

/** Σ (x − mean)², exactly 0 where all values are one. */
export const squares = (values: readonly number[]): number => {
  const centre = mean(values) ?? 0;
  const found = sum(values.map((value) => (value - centre) ** 2));
  return vanishes(found, sum(values.map((value) => value ** 2))) ? 0 : found;
};

/** Sample variance, Σ (x − mean)² / (n − 1), in squared units of the values; null below 2 values. */
export const variance = (values: readonly number[]): number | null => (values.length < 2 ? null : squares(values) / (values.length - 1));
