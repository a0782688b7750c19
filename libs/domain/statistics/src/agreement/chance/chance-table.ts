/**
 * Percentiles of rWG(J) when every rating is thrown with a fair die of A sides, for one A. Kept as the spreads that belong to them (see
 * `spread`), so that a percentile of rWG(J) that is high is a spread that is low.
 *
 * Rows: J = 1 … 20 behaviours, the most that a quality has. Columns: n = 5 … 60 raters.
 */
export interface ChanceTable {
  readonly p95: readonly (readonly number[])[];
  readonly p50: readonly (readonly number[])[];
}
