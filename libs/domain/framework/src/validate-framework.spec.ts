import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Framework } from './framework';
import { observedExtent, openQuestions } from './observed-extent';
import { limits, validateFramework } from './validate-framework';

const sound = (): Framework => ({
  name: 'Two qualities',
  language: 'en-GB',
  scale: observedExtent,
  prompts: openQuestions,
  qualities: [
    {
      code: '1',
      name: 'Listening',
      definition: 'Hears people out.',
      behaviours: [
        { code: '1.1', text: 'Lets others finish.' },
        { code: '1.2', text: 'Asks before judging.' },
      ],
    },
    { code: '2', name: 'Deciding', definition: 'Comes to a point.', behaviours: [{ code: '2.1', text: 'Says what was decided.' }] },
  ],
  reflection: ['What now?'],
  conversation: [],
});

type Path = readonly (string | number)[];

/** A copy of the sound framework with one place in it replaced; undefined takes the place away. */
const changed = (path: Path, value: unknown): unknown => {
  const copy = JSON.parse(JSON.stringify(sound())) as Record<string, unknown>;
  const parent = path.slice(0, -1).reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, copy);
  const last = path.at(-1) ?? '';
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else parent[last] = value;
  return copy;
};

const faultsOf = (value: unknown) => {
  const validated = validateFramework(value);
  return validated.valid ? [] : validated.faults;
};

test('a sound framework comes back equal', () => {
  expect(validateFramework(sound())).toEqual({ valid: true, framework: sound() });
});

describe('each thing that is wrong is named with its place', () => {
  test.each<[string, Path, unknown, Path, string]>([
    ['a missing name', ['name'], undefined, [], '“name” is missing.'],
    ['a misspelt key', ['behavior'], 1, ['behavior'], '“behavior” is not known here.'],
    ['an empty text', ['name'], ' \t', ['name'], 'This text is empty.'],
    ['a number where a text belongs', ['prompts', 'seen'], 7, ['prompts', 'seen'], 'Here belongs a text.'],
    ['nothing where a group belongs', ['scale'], null, ['scale'], 'Here belongs a group of “points”, “notObserved”.'],
    ['a text where a list belongs', ['reflection'], 'Why?', ['reflection'], 'Here belongs a list of questions.'],
    ['a language in words', ['language'], 'English', ['language'], 'Here belongs the tag of a language'],
    ['no quality at all', ['qualities'], [], ['qualities'], 'Here belong 1 to 20 qualities, not 0.'],
    ['a quality without behaviours', ['qualities', 1, 'behaviours'], [], ['qualities', 1, 'behaviours'], 'Here belong 1 to 20'],
    ['a code without quotes', ['qualities', 0, 'code'], 1, ['qualities', 0, 'code'], 'Put the code in quotes'],
    ['a code of another shape', ['qualities', 0, 'code'], '01', ['qualities', 0, 'code'], 'A code is a number from 1 to 99'],
    ['a quality name given twice', ['qualities', 1, 'name'], 'Listening', ['qualities', 1, 'name'], 'The name “Listening” is there twice.'],
    [
      'a behaviour code given twice',
      ['qualities', 0, 'behaviours', 1, 'code'],
      '1.1',
      ['qualities', 0, 'behaviours', 1, 'code'],
      'The code “1.1” is there twice.',
    ],
    [
      'a behaviour under the wrong quality',
      ['qualities', 1, 'behaviours', 0, 'code'],
      '1.3',
      ['qualities', 1, 'behaviours', 0, 'code'],
      'its code begins with “2.”.',
    ],
    ['a scale that begins at 0', ['scale', 'points', 0, 'value'], 0, ['scale', 'points', 0, 'value'], 'here belongs 1.'],
    ['a scale with a gap', ['scale', 'points', 3, 'value'], 5, ['scale', 'points', 3, 'value'], 'here belongs 4.'],
    ['a value in words', ['scale', 'points', 1, 'value'], '2', ['scale', 'points', 1, 'value'], 'here belongs 2.'],
    ['a scale of three points', ['scale', 'points'], observedExtent.points.slice(0, 3), ['scale', 'points'], '4 to 7 points, not 3'],
    [
      'a label used twice',
      ['scale', 'notObserved'],
      'Seen a little',
      ['scale', 'notObserved'],
      'The label “Seen a little” is there twice.',
    ],
    ['a text of two lines', ['qualities', 0, 'definition'], 'One.\nTwo.', ['qualities', 0, 'definition'], 'a line break'],
    ['a NUL in a text', ['qualities', 0, 'name'], 'a\0b', ['qualities', 0, 'name'], 'an invisible control character'],
    ['half an emoji', ['qualities', 0, 'name'], 'a\ud83d', ['qualities', 0, 'name'], 'half a character'],
    [
      'a behaviour that is too long',
      ['qualities', 0, 'behaviours', 0, 'text'],
      'x'.repeat(limits.behaviour + 1),
      ['qualities', 0, 'behaviours', 0, 'text'],
      'This text has 501 characters; it may have 500.',
    ],
  ])('%s', (_, path, value, at, words) => {
    const faults = faultsOf(changed(path, value));
    expect(faults).toEqual([{ path: at, message: expect.stringContaining(words) }]);
  });

  test('a quality code given twice, and so the behaviours that no longer match it', () => {
    expect(faultsOf(changed(['qualities', 1, 'code'], '1')).map((fault) => fault.message)).toEqual([
      'The code “1” is there twice.',
      'This behaviour stands under quality 1: its code begins with “1.”.',
    ]);
  });

  test('several faults are found at one look', () => {
    const faults = faultsOf({ ...sound(), name: '', language: '??', reflection: ['', 'Fine?', 3] });
    expect(faults.map((fault) => fault.path.join('.'))).toEqual(['name', 'language', 'reflection.0', 'reflection.2']);
  });
});

test('scales of four and of seven points are accepted, as content', () => {
  for (const count of [4, 5, 6, 7]) {
    const points = Array.from({ length: count }, (_, at) => ({ value: at + 1, label: `Point ${at + 1}` }));
    expect(faultsOf({ ...sound(), scale: { points, notObserved: 'Not seen' } })).toEqual([]);
  }
});

test('whatever arrives is either a framework or refused with a reason, never an exception', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(faultsOf(value).length).toBeGreaterThan(0);
    }),
  );
});

const places: Path[] = [
  ['name'],
  ['scale'],
  ['scale', 'points', 2],
  ['scale', 'points', 2, 'label'],
  ['prompts'],
  ['qualities', 0],
  ['qualities', 0, 'behaviours', 1],
  ['qualities', 1, 'behaviours', 0, 'code'],
  ['reflection', 0],
  ['conversation'],
];

test('a framework with anything in one of its places is refused, unless it is still one and comes back unchanged', () => {
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.anything(), (path, value) => {
      const candidate = changed(path, value);
      const validated = validateFramework(candidate);
      if (validated.valid) expect(validated.framework).toEqual(candidate);
      else expect(validated.faults.every((fault) => fault.message.endsWith('.'))).toBe(true);
    }),
  );
});
