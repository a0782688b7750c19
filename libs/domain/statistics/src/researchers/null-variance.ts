/**
 * Variance of ratings that say nothing: every point of the scale equally likely, (A² − 1) / 12. James, Demaree & Wolf 1984, Journal of
 * Applied Psychology 69, 85–98. In squared scale points.
 *
 * @param points A, at least 2
 */
export const uniformVariance = (points: number): number => {
  if (!Number.isInteger(points) || points < 2) throw new RangeError(`A scale has at least 2 points, not ${points}.`);
  return (points * points - 1) / 12;
};

/**
 * Variance at the greatest dissent, half of the raters at either end: (U² + L²) / 2 − ((U + L) / 2)². In squared scale points.
 *
 * @param low L, the scale's lowest point
 * @param high U, its highest
 */
export const dissensusVariance = (low: number, high: number): number => {
  if (!(low < high)) throw new RangeError(`The lowest point, ${low}, does not lie below the highest, ${high}.`);
  return (high * high + low * low) / 2 - ((high + low) / 2) ** 2;
};

/**
 * Variance of any distribution over the points 1 … A: Σ p·v² − (Σ p·v)². Colleagues rate kindly, so a null that leans to the high end is
 * the stricter one: LeBreton & Senter 2008, Organizational Research Methods 11, 815–852. In squared scale points; 0 if one point has all.
 *
 * @param probabilities of the points, lowest first; not negative, together 1
 */
export const distributionVariance = (probabilities: readonly number[]): number => {
  const total = probabilities.reduce((sum, share) => sum + share, 0);
  if (probabilities.some((share) => !(share >= 0)) || Math.abs(total - 1) > 1e-9)
    throw new RangeError('The probabilities of all points are not negative and add up to 1.');
  const centre = probabilities.reduce((sum, share, at) => sum + share * (at + 1), 0);
  return probabilities.reduce((sum, share, at) => sum + share * (at + 1 - centre) ** 2, 0);
};
