import { quotient } from './moments';

/**
 * Reliability of k times as many raters (or behaviours): k·r / (1 + (k − 1)·r). Spearman 1910, Brown 1910, British Journal of Psychology 3.
 *
 * @param r reliability of one, up to 1
 * @param k how many times as many, above 0; need not be whole
 * @returns up to 1; null where 1 + (k − 1)·r is not above 0, which a negative r can make it
 * @throws RangeError for k of 0 or less
 */
export const spearmanBrown = (r: number, k: number): number | null => {
  if (!(k > 0)) throw new RangeError(`Reliability is asked for more than 0 raters, not ${k}.`);
  return quotient(k * r, [1, (k - 1) * r]);
};

/**
 * How many times as many raters reach a target: R(1 − r) / (r(1 − R)), not rounded. With r of one rater it is a number of raters: round
 * it up.
 *
 * @param r reliability now
 * @param target R
 * @returns above 0; null unless both lie between 0 and 1, the ends left out
 */
export const ratersForReliability = (r: number, target: number): number | null =>
  r > 0 && r < 1 && target > 0 && target < 1 ? (target * (1 - r)) / (r * (1 - target)) : null;
