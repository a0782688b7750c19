import type { ExpectationsView } from '@facet/contract';
import { expect, test } from '@jest/globals';
import { expectations } from './expectations.examples';
import { expectedOf } from './expected-of';

const writing = (level: number | null, note: string): ExpectationsView => ({
  ...expectations,
  expected: { qualities: [{ code: '1', level, note }], reflection: [] },
});

test('an expectation is the chosen point in words, what was written, or both', () => {
  expect(expectedOf(writing(3, ' I hope so. '), '1')).toEqual({ level: '3 (Seen often)', note: 'I hope so.' });
  expect(expectedOf(writing(3, ''), '1')).toEqual({ level: '3 (Seen often)', note: '' });
  expect(expectedOf(writing(null, 'Hard to say.'), '1')).toEqual({ level: null, note: 'Hard to say.' });
});

test('a quality that was left open has none', () => {
  expect(expectedOf(writing(null, ' '), '1')).toBeNull();
  expect(expectedOf(writing(3, ''), '2')).toBeNull();
});
