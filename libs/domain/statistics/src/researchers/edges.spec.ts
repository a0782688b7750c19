import { expect, test } from '@jest/globals';
import { alpha, averageInterItemR, standardisedAlpha } from './alpha';
import { cohensD, cohensDz, hedgesG } from './effect-size';
import { icc1, icc2, oneWay } from './intraclass';
import { dissensusVariance, distributionVariance, uniformVariance } from './null-variance';
import { itemMeans, meanOfItemMeans, meanOfRaterMeans, pooledMean } from './scores';
import { shroutFleiss } from './shrout-fleiss';
import { ratersForReliability, spearmanBrown } from './spearman-brown';
import { adM, adMJ, awg, rStar, rwg, rwgJ } from './within-group';

test('the three usual scores differ as soon as somebody has not seen something, and each says so in its way', () => {
  const table = [
    [4, 2],
    [5, null],
    [null, null],
  ];
  expect(itemMeans(table)).toEqual([4.5, 2]);
  expect(meanOfItemMeans(table)).toBe(3.25);
  expect(pooledMean(table)).toBeCloseTo(11 / 3, 12);
  expect(meanOfRaterMeans(table)).toBe(4);
});

test('a rater counts among rater means with half of the behaviours, and not with fewer', () => {
  expect(meanOfRaterMeans([[5, 5, null, null]])).toBe(5);
  expect(
    meanOfRaterMeans([
      [5, null, null, null],
      [2, 2, 2, null],
    ]),
  ).toBe(2);
  expect(meanOfRaterMeans([[5, null, null, null]])).toBeNull();
});

test('without ratings there is no score', () => {
  for (const table of [[], [[null, null]]]) {
    expect(meanOfRaterMeans(table)).toBeNull();
    expect(pooledMean(table)).toBeNull();
    expect(meanOfItemMeans(table)).toBeNull();
  }
});

test('one rater agrees with nobody: no index of agreement or reliability is given', () => {
  const one = [[4, 5, 3]];
  for (const index of [rwgJ(one, 2), rStar(one, 2), adMJ(one), alpha(one), standardisedAlpha(one), averageInterItemR(one)])
    expect(index).toBeNull();
  expect(rwg([4, null], 2)).toBeNull();
  expect(adM([4, null])).toBeNull();
  expect(awg([4, null], 1, 5)).toBeNull();
  expect(shroutFleiss(one)).toBeNull();
  expect(icc1(one)).toBeNull();
  expect(oneWay([[4], [5], [3]])).toBeNull();
});

test('raters of one mind agree fully, and leave nothing from which reliability could be told', () => {
  const same = [
    [4, 4],
    [4, 4],
    [4, 4],
  ];
  expect(rwgJ(same, 2)).toBe(1);
  expect(rStar(same, 2)).toBe(1);
  expect(adMJ(same)).toBe(0);
  expect(awg([5, 5, 5], 1, 5)).toBe(1);
  expect([alpha(same), standardisedAlpha(same), icc1(same), icc2(same)]).toEqual([null, null, null, null]);
  expect(shroutFleiss(same)).toMatchObject({ icc1: null, icc2: null, icc3: null, icc1k: null, icc2k: null, icc3k: null });
});

test('total dissent is rWG 0, r* below 0 and aWG −1', () => {
  const halves = [1, 1, 5, 5];
  const table = halves.map((rating) => [rating, rating]);
  expect(rwg(halves, 2)).toBe(0);
  expect(rwgJ(table, 2)).toBe(0);
  expect(rStar(table, 2)).toBeCloseTo(1 - 16 / 3 / 2, 12);
  expect(awg(halves, 1, 5)).toBeCloseTo(-1, 12);
});

test('aWG is not given where the mean lies too close to an end of the scale to allow dissent', () => {
  expect(awg([5, 5, 5, 4], 1, 5)).toBeNull();
  expect(awg([1, 1, 2, 1], 1, 5)).toBeNull();
  expect(awg([5, 5, 5, 1], 1, 5)).toBeCloseTo(-1, 12);
  expect(awg([4, 4, 5, 3], 1, 5)).toBeCloseTo(1 - (2 * (2 / 3)) / ((1 * 3 * 4) / 3), 12);
});

test('groups of unequal size are weighed by their mean size', () => {
  const found = oneWay([[1, 2, 3], [4, 6], []]);
  expect(found?.k).toBe(2.5);
  expect(found?.msb).toBeCloseTo(10.8, 12);
  expect(found?.msw).toBeCloseTo(4 / 3, 12);
  expect(icc1([[1, 2, 3], [4, 6], []])).toBeCloseTo((10.8 - 4 / 3) / (10.8 + 1.5 * (4 / 3)), 12);
  expect(icc2([[1, 2, 3], [4, 6], []])).toBeCloseTo((10.8 - 4 / 3) / 10.8, 12);
});

test('equal group means leave ICC(1) at its lowest and ICC(2) undefined', () => {
  const groups = [
    [1, 5],
    [2, 4],
    [3, 3],
  ];
  expect(icc1(groups)).toBe(-1);
  expect(icc2(groups)).toBeNull();
});

test('ten raters reach .70 when one alone has .189, and one more step leads back', () => {
  const single = spearmanBrown(0.7, 1 / 10);
  expect(single?.toFixed(3)).toBe('0.189');
  expect(ratersForReliability(single ?? 0, 0.7)).toBeCloseTo(10, 9);
  expect(spearmanBrown(0.5, 2)).toBeCloseTo(2 / 3, 12);
});

test('no number of raters makes reliability from none, or reaches the full 1', () => {
  expect(ratersForReliability(0, 0.7)).toBeNull();
  expect(ratersForReliability(0.2, 1)).toBeNull();
  expect(ratersForReliability(-0.2, 0.7)).toBeNull();
  expect(spearmanBrown(-0.5, 3)).toBeNull();
});

test('Hedges’ g is Cohen’s d made smaller, and both need two values a group and something that varies', () => {
  const [first, second] = [
    [1, 2, 3],
    [3, 4, 5],
  ];
  expect(cohensD(first, second)).toBe(2);
  expect(cohensD(second, first)).toBe(-2);
  expect(hedgesG(first, second)).toBeCloseTo(2 * (1 - 3 / 15), 12);
  expect(cohensD([1], second)).toBeNull();
  expect(hedgesG([2, 2], [2, 2])).toBeNull();
  expect(cohensDz([1, 2], [2, 3])).toBeNull();
  expect(cohensDz([], [])).toBeNull();
});

test('what makes no sense is refused', () => {
  expect(() => rwgJ([[1, 2], [1]], 2)).toThrow(RangeError);
  expect(() => rwg([1, 2], 0)).toThrow(RangeError);
  expect(() => awg([1, 6], 1, 5)).toThrow(RangeError);
  expect(() => uniformVariance(1)).toThrow(RangeError);
  expect(() => dissensusVariance(5, 1)).toThrow(RangeError);
  expect(() => distributionVariance([0.5, 0.4])).toThrow(RangeError);
  expect(() => spearmanBrown(0.5, 0)).toThrow(RangeError);
  expect(() => cohensDz([1], [1, 2])).toThrow(RangeError);
});
