import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { forDisplay, gapForDisplay } from './for-display';

test('halves are rounded away from zero, as written and not as stored', () => {
  expect(forDisplay(2.675, 2)).toBe('2.68');
  expect(forDisplay(1.005, 2)).toBe('1.01');
  expect(forDisplay(-1.005, 2)).toBe('-1.01');
  expect(forDisplay(3.175, 2)).toBe('3.18');
  expect(forDisplay(0.5, 0)).toBe('1');
  expect(forDisplay(2.5, 0)).toBe('3');
});

test('two thirds are shown as 0.67, whole numbers with their noughts', () => {
  expect(forDisplay(2 / 3, 2)).toBe('0.67');
  expect(forDisplay(4, 2)).toBe('4.00');
  expect(forDisplay(1e21, 1)).toBe('1000000000000000000000.0');
});

test('next to nothing is 0.00, without a sign', () => {
  expect(forDisplay(-0.001, 2)).toBe('0.00');
  expect(forDisplay(-1e-9, 2)).toBe('0.00');
  expect(forDisplay(-0, 2)).toBe('0.00');
  expect(gapForDisplay(0.004)).toBe('0.00');
});

test('a gap says its direction', () => {
  expect(gapForDisplay(0.455)).toBe('+0.46');
  expect(gapForDisplay(-0.455)).toBe('−0.46');
});

test('what is missing is never shown as a number', () => {
  for (const missing of [Number.NaN, Number.POSITIVE_INFINITY]) expect(() => forDisplay(missing, 2)).toThrow(RangeError);
});

test('what is shown lies within half a unit of the number', () => {
  fc.assert(
    fc.property(fc.double({ min: -7, max: 7, noNaN: true }), fc.nat({ max: 4 }), (value, decimals) => {
      expect(Math.abs(Number(forDisplay(value, decimals)) - value)).toBeLessThanOrEqual(0.5000001 * 10 ** -decimals);
    }),
  );
});
