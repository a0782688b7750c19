import { expect, test } from '@jest/globals';
import { showControls } from './show-controls';

test('row 20: what turns the direction of writing or is invisible is written out by its number', () => {
  expect(showControls('Ada\u202Evsc.exe')).toBe('Ada[U+202E]vsc.exe');
  expect(showControls('a\u200Bb\u2066c\u2069')).toBe('a[U+200B]b[U+2066]c[U+2069]');
  expect(showControls('a\u0000b\u007F')).toBe('a[U+0000]b[U+007F]');
});

test('row 19: families of emoji, combining marks and every script stay as they are', () => {
  for (const text of ['👩‍👩‍👧‍👦', 'Zoë', 'Zoe\u0308', 'مريم', 'שרה', '山田', 'می‌خواهم']) expect(showControls(text)).toBe(text);
});

test('a name over two lines stands on one', () => {
  expect(showControls('Ada\r\nOkafor')).toBe('Ada Okafor');
});
