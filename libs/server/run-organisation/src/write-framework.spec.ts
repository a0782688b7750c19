import { expect, test } from '@jest/globals';
import { type Framework, observedExtent, openQuestions } from '@facet/domain-framework';
import * as fc from 'fast-check';
import { parseFramework } from './framework-yaml';
import { writeFramework } from './write-framework';

const framework = (text: string): Framework => ({
  name: text,
  language: 'en-GB',
  scale: observedExtent,
  prompts: openQuestions,
  qualities: [{ code: '1', name: text, definition: text, behaviours: [{ code: '1.10', text }] }],
  reflection: [text, text],
  conversation: [],
});

const pieces = fc.constantFrom(
  'a',
  'listens ',
  'to: ',
  ' #',
  '- ',
  "'",
  '"',
  '  ',
  '<i>',
  '&a',
  '*b',
  '!c',
  '%',
  '|',
  '>',
  '1.10',
  '…',
  '👩‍🏫',
  '\u2028',
  '{',
  '}',
);
const wording = fc.oneof(
  fc.array(pieces, { minLength: 1, maxLength: 60 }).map((parts) => parts.join('')),
  fc.constantFrom(
    'yes',
    'null',
    '~',
    '1',
    '1.0',
    'true',
    '=',
    '<<',
    '---',
    '...',
    '2026-01-01',
    '0x1F',
    ' leading',
    'trailing ',
    'a\u00A0b',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
);

test('whatever its words, a framework that was written is read back equal', () => {
  fc.assert(
    fc.property(wording, (text) => {
      const parsed = parseFramework(writeFramework(framework(text)));
      // What cannot be part of a framework (a lone space, an invisible control character) is refused at the next reading.
      if (parsed.valid) expect(parsed.framework).toEqual(framework(text));
      else expect(/^\s*$|[\p{Cc}\u2028\u2029]/u.test(text) || text.length > 120).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('codes are written in quotes and long texts in lines that fit a window', () => {
  const yaml = writeFramework(framework('Says what was decided, and why it was. '.repeat(3).trim()));
  expect(yaml).toContain("code: '1.10'");
  expect(yaml.split('\n').every((line) => line.length <= 130)).toBe(true);
  expect(yaml).not.toContain('&');
});
