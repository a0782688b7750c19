/** Spearman's rho of two orders of the same things, without ties: 1 for the same order, −1 for the opposite one, 0 on average for no relation. */
export function rankCorrelation<Thing>(one: readonly Thing[], other: readonly Thing[]): number {
  const n = one.length;
  const squares = one.reduce((sum, thing, at) => sum + (at - other.indexOf(thing)) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}

/**
 * How far from 0 the mean of such correlations may lie by chance, but for one case in 100,000. For two orders that have nothing to do with
 * each other rho has the mean 0 and the variance 1 / (n − 1) (Kendall 1948); a mean of hundreds is as good as normal.
 */
export const reachOfChance = (things: number, lists: number): number => 4.4172 / Math.sqrt((things - 1) * lists);
