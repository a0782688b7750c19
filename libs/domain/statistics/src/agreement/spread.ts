/**
 * How far complete ratings spread: Σ over behaviours of n·Σr² − (Σr)², which is n(n − 1) times the sum of the sample variances. Exact for
 * whole ratings, so that equal spreads compare as equal; 0 when every behaviour has one rating from all, or there is none.
 *
 * @param ratings raters × behaviours
 */
export const spread = (ratings: readonly (readonly number[])[]): number =>
  (ratings[0] ?? []).reduce((total, _, behaviour) => {
    const given = ratings.map((row) => row[behaviour] ?? 0);
    const sum = given.reduce((a, b) => a + b, 0);
    return total + ratings.length * given.reduce((a, b) => a + b * b, 0) - sum * sum;
  }, 0);
