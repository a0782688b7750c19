import { compare, minus, type Ratio, size } from './ratio';

/** What a report sets side by side on one behaviour or quality. */
export interface Sides {
  /** Null where the leader did not rate it. */
  readonly self: Ratio | null;
  /** Null where all others are not shown. */
  readonly others: Ratio | null;
  /** Confidential colleagues behind all others; for a quality behind the behaviour of it that fewest rated. */
  readonly raters: number;
}

/** Of a behaviour or a quality, on scales of A points in units of A − 1: a fraction, over its denominator. */
interface Rule {
  /** A gap from here on is more than `in_line`. */
  readonly from: Ratio;
  /** n times the square of the noise; in units of (A − 1)². */
  readonly squaredNoise: Ratio;
}

/** 1.0 · U and 0.5 · U with U = (A − 1) / 4; 1.96² · U² and (1.96 · 0.8)² · U². */
export const rules: Readonly<Record<'behaviour' | 'quality', Rule>> = {
  behaviour: { from: { over: 1n, under: 4n }, squaredNoise: { over: 2_401n, under: 10_000n } },
  quality: { from: { over: 1n, under: 8n }, squaredNoise: { over: 153_664n, under: 1_000_000n } },
};

const times = ({ over, under }: Ratio, factor: bigint): Ratio => ({ over: over * factor, under });
const squared = ({ over, under }: Ratio): Ratio => ({ over: over * over, under: under * under });

/** 1 + 0.7 · (A − 1), in scale points. */
export const highFrom = (points: number): Ratio => ({ over: BigInt(10 + 7 * (points - 1)), under: 10n });

export const isHigh = (score: Ratio, points: number): boolean => compare(score, highFrom(points)) >= 0;

/** What a report must say of a gap, decided in whole numbers: at a boundary no rounding chooses. Null where a side is missing. */
export const verdictOn = ({ self, others, raters }: Sides, level: keyof typeof rules, points: number): string | null => {
  if (self === null || others === null) return null;
  const gap = minus(self, others);
  const span = BigInt(points - 1);
  if (compare(size(gap), times(rules[level].from, span)) < 0) return 'in_line';
  const clear = compare(times(squared(gap), BigInt(raters)), times(rules[level].squaredNoise, span * span)) > 0;
  if (!clear) return 'too_close';
  return gap.over > 0n ? 'self_higher' : 'self_lower';
};

/** The verdict beside the side of the scale on which all others stand. Null without a verdict. */
export const classificationOn = (sides: Sides, verdict: string | null, points: number): string | null => {
  if (verdict === null || sides.others === null) return null;
  const direction = verdict === 'self_higher' ? 'over' : verdict === 'self_lower' ? 'under' : 'agree';
  return `${direction}_${isHigh(sides.others, points) ? 'high' : 'low'}`;
};
