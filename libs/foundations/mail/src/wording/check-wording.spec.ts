import { describe, expect, test } from '@jest/globals';
import { builtIn, isWordingKey, type WordingKey } from './built-in';
import { wordingFaults } from './check-wording';
import { inOneText, inParagraphs } from './paragraphs';
import type { Wording } from './wording';

const keys = Object.keys(builtIn).filter(isWordingKey);
const faultsOf = (change: Partial<Wording>, key: WordingKey = 'invitation'): string[] =>
  wordingFaults(key, { ...builtIn[key], ...change }).map(({ field, message }) => `${field}: ${message}`);

test.each(keys)('the wording that %s comes with would be accepted, and uses no placeholder without a value', (key) => {
  expect(wordingFaults(key, builtIn[key])).toEqual([]);
});

describe('a placeholder that the kind does not have is refused by its name', () => {
  test.each([
    ['{group}', '{group} is not known here.'],
    ['{{constructor}}', '{{constructor}} is not known here.'],
    ['{__proto__}', '{__proto__} is not known here.'],
    ['{coach} and {code}', '{coach} and {code} are not known here.'],
    ['{Leaders}', '{Leaders} is not known here.'],
    ['{ leaders }', '{ leaders } is not known here.'],
    ['{{#each items}}', '{{#each items}} is not known here.'],
    ['{}', '{} is not known here.'],
  ])('%s', (typed, words) => {
    const there = `There are: {recipient}, {organisation}, {leaders}, {whose}, {minutes}, {link}.`;
    expect(faultsOf({ subject: typed })).toEqual([`subject: ${words} ${there}`]);
    expect(faultsOf({ heading: typed })).toEqual([`heading: ${words} ${there}`]);
    expect(faultsOf({ paragraphs: [typed, '{link}'] })).toEqual([`text: ${words} ${there}`]);
  });
});

test('half a pair of braces is refused, because it was meant to be a placeholder', () => {
  expect(faultsOf({ subject: 'Dear {recipient' })[0]).toContain('subject: There is a brace without its other half');
  expect(faultsOf({ subject: 'Dear recipient}' })[0]).toContain('subject: There is a brace without its other half');
});

test('without its link a letter that has one is refused, and so is one with two, or with the link inside a sentence', () => {
  expect(faultsOf({ paragraphs: ['Please answer.'] })[0]).toContain('text: {link} is missing.');
  expect(faultsOf({ paragraphs: ['{link}', '{link}'] })[0]).toContain('text: {link} stands once, alone');
  expect(faultsOf({ paragraphs: ['Press {link} please.'] })[0]).toContain('text: {link} stands once, alone');
  expect(faultsOf({ subject: 'See {link}' })).toEqual(['subject: {link} stands in the text, not here.']);
});

test('a letter without a link cannot be given one', () => {
  expect(faultsOf({ paragraphs: ['{link}'] }, 'round_cancelled')).toEqual([
    'text: {link} is not known here. There are: {recipient}, {organisation}, {leader}.',
  ]);
});

test('row 13: line breaks in a subject and characters that nobody can see are refused', () => {
  for (const line of ['Hello\r\nBcc: x@y.example', 'Hello\nthere', 'Hello\u2028there'])
    expect(faultsOf({ subject: line })[0]).toBe('subject: This is one line: take the line break out.');
  for (const unseen of ['\u202E', '\u2066', '\0', '\u200F', '\u001B'])
    expect(faultsOf({ paragraphs: [`Hello${unseen}there`, '{link}'] })).toEqual([
      'text: There are characters in this that nobody can see. Type it again.',
    ]);
});

test('nothing at all, and far too much, are refused', () => {
  expect(faultsOf({ subject: ' ', paragraphs: [] })).toEqual([
    'subject: Write something here.',
    'text: Write something here.',
    expect.stringContaining('text: {link} is missing.'),
  ]);
  expect(faultsOf({ subject: 'x'.repeat(151) })).toEqual(['subject: This is longer than 150 characters. Shorten it.']);
  expect(faultsOf({ paragraphs: ['x'.repeat(4_001), '{link}'] })).toEqual(['text: This is longer than 4000 characters. Shorten it.']);
});

test('markup is text like any other: it is accepted, and stays what it is', () => {
  expect(faultsOf({ subject: '<b>Please</b> & "thanks"', paragraphs: ['<script>alert(1)</script>', '{link}'] })).toEqual([]);
});

test('text is read in paragraphs, with the line ends of any computer, and written back the same', () => {
  expect(inParagraphs('Dear {recipient},\r\n\r\n  One line\r\nand another \n \n\n{link}\t\n')).toEqual([
    'Dear {recipient},',
    'One line\nand another',
    '{link}',
  ]);
  for (const key of keys) expect(inParagraphs(inOneText(builtIn[key].paragraphs))).toEqual(builtIn[key].paragraphs);
});
