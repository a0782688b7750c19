import { mean, variance } from './moments';
import { spearmanBrown } from './spearman-brown';
import { columns, completeRows, isGiven, type Table } from './table';

const checkNull = (nullVariance: number): void => {
  if (!(nullVariance > 0 && Number.isFinite(nullVariance)))
    throw new RangeError(`Agreement is measured against a variance above 0, not ${nullVariance}.`);
};

/** S̄ / σ², S̄ the mean of the items' sample variances over complete rows; null below 2 of them and without items. */
const shareOfNull = (table: Table, nullVariance: number): number | null => {
  checkNull(nullVariance);
  const variances = columns(completeRows(table)).map(variance).filter(isGiven);
  const average = mean(variances);
  return average === null ? null : average / nullVariance;
};

/**
 * Agreement on one item, rWG = 1 − s² / σ², floored at 0 as in `rwg` of the R package multilevel. James, Demaree & Wolf 1984, Journal of
 * Applied Psychology 69, 85–98.
 *
 * @param ratings null for "not observed"
 * @param nullVariance σ², see null-variance.ts; same units as the ratings, squared
 * @returns 0 … 1, unchanged when all ratings are shifted or mirrored; null below 2 ratings
 */
export const rwg = (ratings: readonly (number | null)[], nullVariance: number): number | null =>
  rwgJ(
    ratings.filter(isGiven).map((rating) => [rating]),
    nullVariance,
  );

/**
 * Agreement on J items, rWG(J) = J(1 − S̄/σ²) / (J(1 − S̄/σ²) + S̄/σ²), S̄ the mean item variance, at most σ²: so never below 0. Same
 * source; `rwg.j` of multilevel. It is the Spearman–Brown formula applied to 1 − S̄/σ², and grows with J at the same spread.
 *
 * @param table raters × items; raters with a null are left out
 * @returns 0 … 1, unchanged by shift; null below 2 complete raters and without items
 */
export const rwgJ = (table: Table, nullVariance: number): number | null => {
  const share = shareOfNull(table, nullVariance);
  return share === null ? null : spearmanBrown(Math.max(0, 1 - share), table[0]?.length ?? 1);
};

/**
 * Agreement on J items that does not grow with J, r*WG(J) = 1 − S̄ / σ², not floored. Lindell, Brandt & Whitney 1999, Applied
 * Psychological Measurement 23, 127–135; `rwg.j.lindell` of multilevel.
 *
 * @param table raters × items; raters with a null are left out
 * @returns up to 1, below 0 where raters differ more than by the null, unchanged by shift; null as for rWG(J)
 */
export const rStar = (table: Table, nullVariance: number): number | null => {
  const share = shareOfNull(table, nullVariance);
  return share === null ? null : 1 - share;
};

/**
 * Agreement on one item against the greatest dissent possible at its mean, aWG = 1 − 2s² / (((H + L)M − M² − HL) · n / (n − 1)). Brown &
 * Hauenstein 2005, Organizational Research Methods 8, 165–184; `awg` of multilevel.
 *
 * @param ratings null for "not observed"
 * @param low L, the scale's lowest point
 * @param high H, its highest
 * @returns −1 … 1; 1 where all stand at one end; unchanged when ratings and scale are shifted, stretched or mirrored together; null below
 *   2 ratings, and where the mean lies so close to an end that n raters cannot dissent: M < (L(n − 1) + H) / n or > (H(n − 1) + L) / n
 * @throws RangeError for a rating outside the scale
 */
export const awg = (ratings: readonly (number | null)[], low: number, high: number): number | null => {
  const given = ratings.filter(isGiven);
  if (!(low < high) || given.some((rating) => !(rating >= low && rating <= high)))
    throw new RangeError(`Ratings lie between ${low} and ${high}.`);
  const [centre, spread, n] = [mean(given), variance(given), given.length];
  if (centre === null || spread === null) return null;
  const aboveLow = given.reduce((total, rating) => total + (rating - low), 0);
  const room = high - low;
  if (aboveLow === 0 || aboveLow === n * room) return 1;
  if (aboveLow < room || aboveLow > (n - 1) * room) return null;
  return 1 - (2 * spread) / (((high - centre) * (centre - low) * n) / (n - 1));
};

/**
 * Average deviation from the mean, Σ |x − mean| / n. Burke, Finkelstein & Dusig 1999, Organizational Research Methods 2, 49–68; `ad.m`
 * of multilevel. As a rule of thumb, agreement up to A / 6 on A points.
 *
 * @param ratings null for "not observed"
 * @returns scale points, 0 at full agreement; unchanged by shift, scaled with the ratings; null below 2 ratings
 */
export const adM = (ratings: readonly (number | null)[]): number | null => {
  const given = ratings.filter(isGiven);
  const centre = mean(given);
  return centre === null || given.length < 2 ? null : mean(given.map((rating) => Math.abs(rating - centre)));
};

/**
 * Average deviation over J items: the mean of their AD. Same source.
 *
 * @param table raters × items; raters with a null are left out
 * @returns as AD; null below 2 complete raters
 */
export const adMJ = (table: Table): number | null => mean(columns(completeRows(table)).map(adM).filter(isGiven));
