import { expect, test } from '@jest/globals';
import { dateInWords, dayInWords } from './date-in-words';

const evening = new Date('2026-12-09T23:30:00Z');

test('a date is said as people of that zone say it, the zone with it', () => {
  expect(dateInWords(evening, 'Europe/London')).toBe('Wednesday 9 December 2026 at 23:30 (Europe/London)');
  expect(dateInWords(evening, 'Pacific/Auckland')).toBe('Thursday 10 December 2026 at 12:30 (Pacific/Auckland)');
  expect(dateInWords(new Date('2026-07-01T17:00:00Z'), 'Europe/London')).toBe('Wednesday 1 July 2026 at 18:00 (Europe/London)');
});

test('a day is the day of that zone', () => {
  expect(dayInWords(evening, 'Europe/London')).toBe('9 December 2026');
  expect(dayInWords(evening, 'Pacific/Kiritimati')).toBe('10 December 2026');
});
