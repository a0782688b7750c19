import { fraction, times, type Fraction } from './fraction';

/** What self and all others are compared on. One behaviour swings more than the mean of several, so it needs the wider gap. */
export type Level = 'quality' | 'behaviour';

/** Two sides of a gap, apart from the gap itself. */
export interface Comparison {
  readonly level: Level;
  /** A: points of the scale, at least 2. */
  readonly points: number;
  /**
   * n: confidential raters behind all others, at least 1. Line managers are in the mean but not counted here, so that their presence
   * never makes a gap look surer. On a quality: the smallest n among the behaviours compared.
   */
  readonly raters: number;
}

/** What a gap must reach to be worth a word, in units of U. */
const thresholds: Readonly<Record<Level, Fraction>> = { quality: fraction(1n, 2n), behaviour: fraction(1n, 1n) };
/**
 * SDw, how far colleagues of one leader usually lie from each other, in units of U. A constant, never taken from the answers: the
 * spread of a small group, published beside its mean, gives its ratings away.
 */
const usualSpread: Readonly<Record<Level, Fraction>> = { quality: fraction(4n, 5n), behaviour: fraction(1n, 1n) };
/** Two-sided 95 % of the normal distribution. */
const z = fraction(49n, 25n);

/** U = (A − 1) / 4: what one point of a five-point scale is on a scale of A points. Refuses a scale of fewer than 2 points. */
const unit = (points: number): Fraction => {
  if (points < 2) throw new RangeError(`A scale has at least 2 points, not ${points}.`);
  return fraction(BigInt(points - 1), 4n);
};

/** The size from which a gap is more than `in_line`: 0.5 · U on a quality, 1.0 · U on a behaviour, in scale points. */
export const threshold = ({ level, points }: Pick<Comparison, 'level' | 'points'>): Fraction => times(thresholds[level], unit(points));

/** The score from which others see much of something: 1 + 0.7 · (A − 1) in scale points, 3.8 of 5. */
export const highSide = (points: number): Fraction => fraction(BigInt(10 + 7 * (points - 1)), 10n);

/** n · noise² = (1.96 · SDw)², in squared scale points: the noise before the root, which is seldom a fraction. */
export const squaredNoiseTimesRaters = ({ level, points }: Pick<Comparison, 'level' | 'points'>): Fraction => {
  const width = times(z, times(usualSpread[level], unit(points)));
  return times(width, width);
};

/**
 * How far a gap may lie from 0 by the choice of colleagues alone: 1.96 · SDw / √n with SDw = 0.8 · U on a quality and 1.0 · U on a
 * behaviour (the half-width of a 95 % confidence interval from a known standard deviation).
 *
 * @returns scale points, above 0, for display; a verdict is decided exactly and never from this number
 * @throws RangeError for fewer than 1 rater or 2 points
 */
export const noise = (comparison: Comparison): number => {
  const { raters } = comparison;
  if (raters < 1) throw new RangeError(`Noise needs at least 1 rater, not ${raters}.`);
  const { numerator, denominator } = squaredNoiseTimesRaters(comparison);
  return Math.sqrt(Number(numerator) / (Number(denominator) * raters));
};
