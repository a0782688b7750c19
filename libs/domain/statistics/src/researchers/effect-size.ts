import { mean, squares, variance } from './moments';

/**
 * Standardised difference of two groups, d = (mean₂ − mean₁) / s, s² = ((n₁ − 1)s₁² + (n₂ − 1)s₂²) / (n₁ + n₂ − 2). Cohen 1988, Statistical
 * Power Analysis for the Behavioral Sciences. For cohorts, never for one leader.
 *
 * @returns standard deviations, positive where the second group is higher; unchanged when all values are shifted or stretched, mirrored
 *   values turn its sign; null below 2 values in a group, and where neither group varies
 */
export const cohensD = (first: readonly number[], second: readonly number[]): number | null => {
  const [a, b] = [mean(first), mean(second)];
  if (a === null || b === null || first.length < 2 || second.length < 2) return null;
  const pooled = (squares(first) + squares(second)) / (first.length + second.length - 2);
  return pooled === 0 ? null : (b - a) / Math.sqrt(pooled);
};

/**
 * Cohen's d without its bias in small groups, g = d · (1 − 3 / (4(n₁ + n₂) − 9)). Hedges 1981, Journal of Educational Statistics 6,
 * 107–128. Units, sign and null as for d.
 */
export const hedgesG = (first: readonly number[], second: readonly number[]): number | null => {
  const d = cohensD(first, second);
  return d === null ? null : d * (1 - 3 / (4 * (first.length + second.length) - 9));
};

/**
 * Standardised mean of paired differences, d_z = mean(after − before) / s of the differences. Cohen 1988. Needs to know who is who, which
 * Facet's own rounds never do.
 *
 * @param before value of each person
 * @param after of the same people, in the same order
 * @returns standard deviations of the differences, positive where `after` is higher; null below 2 pairs and where all differ alike
 * @throws RangeError for lists of different lengths
 */
export const cohensDz = (before: readonly number[], after: readonly number[]): number | null => {
  if (before.length !== after.length) throw new RangeError('Pairs need as many values after as before.');
  const differences = after.map((value, at) => value - (before[at] ?? 0));
  const [centre, spread] = [mean(differences), variance(differences)];
  return centre === null || spread === null || spread === 0 ? null : centre / Math.sqrt(spread);
};
