import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readClosedDays, writeClosedDays } from './closed-days';

test('holidays are written as people write them, day by day or from the first to the last', () => {
  expect(readClosedDays('25 December 2026\n\n2027-01-01\n30 Dec 2026 to 2 January 2027 \n3/5/2027')).toEqual([
    ...['2026-12-25', '2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02', '2027-05-03'],
  ]);
  expect(readClosedDays(' \n')).toEqual([]);
});

test.each([
  ['a day that does not exist', '31 February 2027'],
  ['a time that ends before it begins', '4 January 2027 to 21 December 2026'],
  ['something else', 'Christmas'],
  ['three days in one', '1 May 2027 to 2 May 2027 to 3 May 2027'],
])('row 63: %s is named with its line', (_, typed) => {
  expect(readClosedDays(`25 December 2026\n${typed}`)).toEqual({ line: 2, typed });
});

test('a slip into a far year closes no school for a thousand years', () => {
  expect(readClosedDays('1 January 2026 to 1 January 3026')).toBe('too many');
});

test('whatever days are closed, they come back from their own words', () => {
  const anyDays = fc.uniqueArray(fc.integer({ min: 0, max: 800 }), { maxLength: 60 });
  fc.assert(
    fc.property(anyDays, (offsets) => {
      const days = offsets.map((offset) => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10)).toSorted();
      expect(readClosedDays(writeClosedDays(days))).toEqual(days);
    }),
  );
});
