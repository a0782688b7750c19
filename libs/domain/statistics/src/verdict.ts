import { highSide, squaredNoiseTimesRaters, threshold, type Comparison } from './comparison';
import { atLeast, below, times, whole, type Fraction } from './fraction';

/**
 * What a gap says. `too_close`: large enough to mention, but colleagues chosen otherwise could have closed it. `in_line`: too small
 * to mention.
 */
export type Verdict = 'self_higher' | 'self_lower' | 'too_close' | 'in_line';

/** Six groups of self–other agreement (Brutus, Fleenor and Taylor 1996): who rates higher, and whether others rate high. */
export type Classification = 'over_high' | 'over_low' | 'under_high' | 'under_low' | 'agree_high' | 'agree_low';

/**
 * `self_higher` or `self_lower` where |gap| ≥ threshold and |gap| > noise, `too_close` where it reaches the threshold only,
 * `in_line` below it. Decided in fractions: at a boundary no rounding chooses.
 *
 * @param gap self − all others, in scale points; null where either is missing
 * @returns null for a gap of null
 * @throws RangeError for fewer than 1 rater or 2 points
 */
export const verdictOf = (gap: Fraction | null, comparison: Comparison): Verdict | null => {
  if (gap === null) return null;
  if (comparison.raters < 1) throw new RangeError(`A verdict needs at least 1 rater, not ${comparison.raters}.`);
  const higher = atLeast(gap, whole(0));
  const size = higher ? gap : times(gap, whole(-1));
  if (below(size, threshold(comparison))) return 'in_line';
  const clear = below(squaredNoiseTimesRaters(comparison), times(times(size, size), whole(comparison.raters)));
  if (!clear) return 'too_close';
  return higher ? 'self_higher' : 'self_lower';
};

/** Whether a score lies at or above 1 + 0.7 · (A − 1); `score` in scale points, `points` = A. */
export const isHighSide = (score: Fraction, points: number): boolean => atLeast(score, highSide(points));

/**
 * The verdict beside the height of the others' score; `too_close` and `in_line` count as agreement.
 *
 * @param others score of all others in scale points
 * @param points A
 * @returns null where there is no verdict or no score
 */
export const classify = (verdict: Verdict | null, others: Fraction | null, points: number): Classification | null => {
  if (verdict === null || others === null) return null;
  const side = isHighSide(others, points) ? 'high' : 'low';
  if (verdict === 'self_higher') return `over_${side}`;
  return verdict === 'self_lower' ? `under_${side}` : `agree_${side}`;
};
