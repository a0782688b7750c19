import { expect, test } from '@jest/globals';
import { addedTo, readList } from './read-list';

const longest = 100_000;
const bytes = (...codes: number[]) => Uint8Array.from(codes);
const text = (read: ReturnType<typeof readList>) => ('text' in read ? read.text : read.refusal);

test('row 2: a list reads the same whether it was saved as UTF-8, with a mark, as UTF-16 or as Windows-1252', () => {
  const units = [0x52, 0x65, 0x6e, 0xe9];
  const utf8 = new TextEncoder().encode('René');
  const utf16le = bytes(0xff, 0xfe, ...units.flatMap((unit) => [unit, 0]));
  const utf16be = bytes(0xfe, 0xff, ...units.flatMap((unit) => [0, unit]));
  const windows = bytes(...units);
  const marked = Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]);
  expect([utf8, marked, utf16le, utf16be, windows].map((file) => text(readList(file, longest)))).toEqual(Array(5).fill('René'));
});

test('row 3: lines end alike, whatever ended them in the file', () => {
  expect(text(readList(new TextEncoder().encode('a\r\nb\rc\nd'), longest))).toBe('a\nb\nc\nd');
});

test('row 1: a workbook renamed to CSV is refused with what to do instead', () => {
  expect(text(readList(bytes(0x50, 0x4b, 3, 4), longest))).toContain('save it as CSV');
  expect(text(readList(bytes(0xd0, 0xcf, 0x11, 0xe0), longest))).toContain('save it as CSV');
});

test('rows 1, 4: what is not text, and what is longer than the server reads, is refused', () => {
  expect(readList(bytes(0x41, 0, 0x42), longest)).toHaveProperty('refusal');
  expect(readList(new Uint8Array(400_001), longest)).toHaveProperty('refusal');
});

test('a file is added below what was typed, and what was typed stays', () => {
  expect(addedTo('Sam <sam@school.example>, peer\n', 'Jo')).toBe('Sam <sam@school.example>, peer\nJo');
  expect(addedTo('  \n', 'Jo')).toBe('Jo');
});
