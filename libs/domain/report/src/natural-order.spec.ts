import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { inNaturalOrder } from './natural-order';

test('behaviour 1.2 comes before 1.10, and quality 2 before quality 10', () => {
  expect(['1.10', '10.1', '1.2', '2.1', '1.1', '2'].toSorted(inNaturalOrder)).toEqual(['1.1', '1.2', '1.10', '2', '2.1', '10.1']);
});

test('codes with letters and codes without come in one settled order', () => {
  expect(['b2', 'a10', '', 'a2', '3', 'a'].toSorted(inNaturalOrder)).toEqual(['', '3', 'a', 'a2', 'a10', 'b2']);
});

test('the order does not depend on which of two codes is asked about first', () => {
  const code = fc.string({ unit: fc.constantFrom('a', 'b', '.', '0', '1', '9', ' '), maxLength: 6 });
  fc.assert(
    fc.property(code, code, (a, b) => {
      expect(Math.sign(inNaturalOrder(a, b)) + Math.sign(inNaturalOrder(b, a))).toBe(0);
      expect(inNaturalOrder(a, b) === 0).toBe(a === b);
    }),
  );
});
