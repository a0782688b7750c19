import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chanceOfBeingShown, forecast } from './forecast';

test('three invited have about one chance in three of being shown', () => {
  expect(chanceOfBeingShown(3, 3)).toBeCloseTo(0.343, 12);
  expect(forecast(3, 3)).toBe('3 invited: about one chance in three of being shown.');
});

test('four invited have two chances in three, five have five in six, and ten are almost certain', () => {
  expect(chanceOfBeingShown(4, 3)).toBeCloseTo(0.6517, 12);
  expect(forecast(4, 3)).toBe('4 invited: about two chances in three of being shown.');
  expect(forecast(5, 3)).toBe('5 invited: about five chances in six of being shown.');
  expect(forecast(10, 3)).toBe('10 invited: almost certain to be shown.');
});

test('fewer invited than the minimum have no chance', () => {
  expect(forecast(2, 3)).toBe('2 invited: no chance of being shown.');
});

test('one more colleague never lowers the chance, a higher minimum never raises it, and both stay between 0 and 1', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 3, max: 5 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, k, p) => {
      const chance = chanceOfBeingShown(n, k, p);
      expect(chance).toBeGreaterThanOrEqual(0);
      expect(chance).toBeLessThanOrEqual(1);
      expect(chanceOfBeingShown(n + 1, k, p)).toBeGreaterThanOrEqual(chance - 1e-9);
      expect(chanceOfBeingShown(n, k + 1, p)).toBeLessThanOrEqual(chance + 1e-9);
    }),
  );
});
