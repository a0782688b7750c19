import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countWithoutACheck } from './without-a-check';

const group = (inside: number, outside: number) => [
  ...Array.from({ length: inside }, () => ({ outside: false })),
  ...Array.from({ length: outside }, () => ({ outside: true })),
];

test('without a coach’s check two addresses of the leader’s own cannot make a group of three', () => {
  expect(countWithoutACheck(group(1, 2))).toBe(2);
  expect(countWithoutACheck(group(2, 1))).toBe(3);
  expect(countWithoutACheck(group(3, 0))).toBe(3);
  expect(countWithoutACheck(group(0, 5))).toBe(1);
  expect(countWithoutACheck([])).toBe(0);
});

test('however many outside addresses are added to a group, they never count for more than one', () => {
  fc.assert(
    fc.property(fc.nat(30), fc.nat(30), fc.integer({ min: 1, max: 30 }), (inside, outside, more) => {
      const before = countWithoutACheck(group(inside, outside));
      const after = countWithoutACheck(group(inside, outside + more));
      expect(after - inside).toBe(1);
      expect(after).toBeGreaterThanOrEqual(before);
      expect(countWithoutACheck(group(inside + more, outside))).toBe(before + more);
    }),
  );
});
