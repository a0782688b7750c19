import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { highSide, noise, threshold, type Comparison, type Level } from './comparison';
import { atLeast, below, fraction, minus, times, toNumber, whole, type Fraction } from './fraction';
import { classify, isHighSide, verdictOf, type Verdict } from './verdict';

const on = (level: Level, points: number, raters: number): Comparison => ({ level, points, raters });
const thousandths = (value: number): Fraction => fraction(BigInt(value), 1000n);

test('on five points a gap is mentioned from half a point on a quality and from one point on a behaviour', () => {
  expect(verdictOf(thousandths(499), on('quality', 5, 100))).toBe('in_line');
  expect(verdictOf(thousandths(500), on('quality', 5, 100))).toBe('self_higher');
  expect(verdictOf(thousandths(-500), on('quality', 5, 100))).toBe('self_lower');
  expect(verdictOf(thousandths(999), on('behaviour', 5, 100))).toBe('in_line');
  expect(verdictOf(thousandths(1000), on('behaviour', 5, 100))).toBe('self_higher');
});

test('the size that is mentioned grows with the scale: three eighths of a point on four points, three quarters on seven', () => {
  const sizes = [4, 5, 7].map((points) => [
    toNumber(threshold({ level: 'quality', points })),
    toNumber(threshold({ level: 'behaviour', points })),
  ]);
  expect(sizes).toEqual([
    [0.375, 0.75],
    [0.5, 1],
    [0.75, 1.5],
  ]);
  for (const [points, at] of [
    [4, 375],
    [7, 750],
  ] as const) {
    expect(verdictOf(thousandths(at), on('quality', points, 100))).toBe('self_higher');
    expect(verdictOf(thousandths(at - 1), on('quality', points, 100))).toBe('in_line');
    expect(verdictOf(thousandths(-2 * at), on('behaviour', points, 100))).toBe('self_lower');
    expect(verdictOf(thousandths(1 - 2 * at), on('behaviour', points, 100))).toBe('in_line');
  }
});

test('half a point on a quality is too close to call with nine colleagues and clear with ten', () => {
  expect(verdictOf(thousandths(500), on('quality', 5, 9))).toBe('too_close');
  expect(verdictOf(thousandths(500), on('quality', 5, 10))).toBe('self_higher');
});

test('one point on a behaviour is too close to call with three colleagues and clear with four', () => {
  expect(verdictOf(whole(-1), on('behaviour', 5, 3))).toBe('too_close');
  expect(verdictOf(whole(-1), on('behaviour', 5, 4))).toBe('self_lower');
});

test('a gap exactly as wide as the noise is too close to call, and the next wider one is not', () => {
  for (const [level, points, raters, at] of [
    ['quality', 4, 4, 588],
    ['quality', 5, 4, 784],
    ['quality', 7, 4, 1176],
    ['behaviour', 4, 1, 1470],
    ['behaviour', 5, 1, 1960],
    ['behaviour', 7, 1, 2940],
  ] as const) {
    expect(noise(on(level, points, raters))).toBeCloseTo(at / 1000, 12);
    expect(verdictOf(thousandths(at), on(level, points, raters))).toBe('too_close');
    expect(verdictOf(thousandths(-at), on(level, points, raters))).toBe('too_close');
    expect(verdictOf(thousandths(at + 1), on(level, points, raters))).toBe('self_higher');
    expect(verdictOf(thousandths(-at - 1), on(level, points, raters))).toBe('self_lower');
  }
});

test('the noise shrinks with the root of the number of colleagues', () => {
  expect(noise(on('quality', 5, 3))).toBeCloseTo(0.90529, 5);
  expect(noise(on('quality', 5, 8))).toBeCloseTo(0.55437, 5);
  expect(noise(on('behaviour', 5, 3))).toBeCloseTo(1.13161, 5);
  expect(noise(on('behaviour', 7, 12))).toBeCloseTo(noise(on('behaviour', 7, 3)) / 2, 12);
});

test('without a gap there is no verdict and no classification', () => {
  expect(verdictOf(null, on('quality', 5, 0))).toBeNull();
  expect(classify(null, whole(4), 5)).toBeNull();
  expect(classify('in_line', null, 5)).toBeNull();
});

test('the high side begins at 3.1 of four, 3.8 of five and 5.2 of seven points', () => {
  for (const [points, at] of [
    [4, 3100],
    [5, 3800],
    [7, 5200],
  ] as const) {
    expect(toNumber(highSide(points))).toBe(at / 1000);
    expect(isHighSide(thousandths(at), points)).toBe(true);
    expect(isHighSide(thousandths(at - 1), points)).toBe(false);
  }
});

test('a classification says who rates higher and whether others rate high; too close and in line count as agreement', () => {
  const sides = (verdict: Verdict) => [classify(verdict, thousandths(3800), 5), classify(verdict, thousandths(3799), 5)];
  expect(sides('self_higher')).toEqual(['over_high', 'over_low']);
  expect(sides('self_lower')).toEqual(['under_high', 'under_low']);
  expect(sides('too_close')).toEqual(['agree_high', 'agree_low']);
  expect(sides('in_line')).toEqual(['agree_high', 'agree_low']);
});

test('a comparison with nobody, or on a scale of one point, is refused', () => {
  expect(() => verdictOf(whole(1), on('quality', 5, 0))).toThrow(RangeError);
  expect(() => verdictOf(whole(1), on('quality', 1, 5))).toThrow(RangeError);
  expect(() => noise(on('quality', 5, 0))).toThrow(RangeError);
});

const levels = fc.constantFrom<Level>('quality', 'behaviour');
const comparisons = fc.record({ level: levels, points: fc.integer({ min: 2, max: 10 }), raters: fc.integer({ min: 1, max: 60 }) });
const gaps = fc
  .tuple(fc.integer({ min: -9000, max: 9000 }), fc.integer({ min: 1, max: 1000 }))
  .map(([a, b]) => fraction(BigInt(a), BigInt(b)));
const mirrored = (verdict: Verdict | null): Verdict | null => {
  if (verdict === 'self_higher') return 'self_lower';
  return verdict === 'self_lower' ? 'self_higher' : verdict;
};
const clarity: readonly (Verdict | null)[] = ['in_line', 'too_close', 'self_higher'];

test('a leader as far below the others as another is above gets the mirrored verdict', () => {
  fc.assert(
    fc.property(gaps, comparisons, (gap, comparison) => {
      expect(verdictOf(minus(whole(0), gap), comparison)).toBe(mirrored(verdictOf(gap, comparison)));
    }),
  );
});

test('the same gap in units of the scale gets the same verdict on every scale', () => {
  fc.assert(
    fc.property(gaps, comparisons, (gap, comparison) => {
      const stretched = times(gap, fraction(BigInt(comparison.points - 1), 4n));
      expect(verdictOf(stretched, comparison)).toBe(verdictOf(gap, { ...comparison, points: 5 }));
    }),
  );
});

test('neither a wider gap nor more colleagues ever make a verdict less clear', () => {
  fc.assert(
    fc.property(gaps, gaps, comparisons, fc.nat({ max: 40 }), (a, b, comparison, more) => {
      const [narrow, wide] = [a, b]
        .map((gap) => (below(gap, whole(0)) ? minus(whole(0), gap) : gap))
        .toSorted((x, y) => (below(x, y) ? -1 : 1));
      if (!narrow || !wide) throw new Error('two gaps');
      const verdict = verdictOf(narrow, comparison);
      expect(clarity.indexOf(verdictOf(wide, comparison))).toBeGreaterThanOrEqual(clarity.indexOf(verdict));
      const surer = { ...comparison, raters: comparison.raters + more };
      expect(clarity.indexOf(verdictOf(narrow, surer))).toBeGreaterThanOrEqual(clarity.indexOf(verdict));
    }),
  );
});

test('away from its boundaries a verdict is what the formula in ordinary numbers says', () => {
  fc.assert(
    fc.property(gaps, comparisons, (exact, comparison) => {
      const [gap, from, width] = [Math.abs(toNumber(exact)), toNumber(threshold(comparison)), noise(comparison)];
      fc.pre(Math.abs(gap - from) > 1e-9 && Math.abs(gap - width) > 1e-9);
      const side = atLeast(exact, whole(0)) ? 'self_higher' : 'self_lower';
      expect(verdictOf(exact, comparison)).toBe(gap < from ? 'in_line' : gap > width ? side : 'too_close');
    }),
  );
});
