import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { checkChange, checkRating, longestComment } from './check-change';
import type { Framework } from './framework';

const framework: Framework = {
  name: 'Two qualities',
  language: 'en-GB',
  scale: { points: ['Never', 'Rarely', 'Often', 'Mostly', 'Always'].map((label, i) => ({ value: i + 1, label })), notObserved: 'Not seen' },
  prompts: { seen: 'Where was this seen?', help: 'What would help?' },
  qualities: [
    { code: '1', name: 'Listening', definition: 'Hears people out.', behaviours: [{ code: '1.1', text: 'Lets others finish.' }] },
    { code: '2', name: 'Deciding', definition: 'Comes to a point.', behaviours: [{ code: '2.1', text: 'Says what was decided.' }] },
  ],
  reflection: ['What now?'],
  conversation: ['Talk to somebody.'],
};

describe('one rating', () => {
  test.each([1, 2, 3, 4, 5, null])('%p on a scale of five is accepted', (value) => {
    expect(checkRating(framework, '1.1', value)).toBeUndefined();
  });

  test.each([[0], [6], [-1], [3.5], ['3'], [true], [NaN], [1e309], [[3]], [{}], [undefined], [-0], ['']])(
    'row 27: %p is refused, and its behaviour is named',
    (value) => {
      expect(checkRating(framework, '1.1', value)).toEqual({
        field: 'ratings.1.1',
        message: 'Choose a whole number from 1 to 5, or “Not seen”.',
      });
    },
  );

  test('row 27: of all values there are, only the points of the scale and “not observed” are accepted', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withSparseArray: true }), (value) => {
        const accepted = value === null || (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 5);
        expect(checkRating(framework, '2.1', value) === undefined).toBe(accepted);
      }),
    );
  });
});

describe('a change of the answers', () => {
  test('a change with nothing wrong has no faults', () => {
    expect(
      checkChange(framework, { ratings: { '1.1': 4, '2.1': null }, comments: { '1': { seen: 'In May.', help: '' }, '2': {} } }),
    ).toEqual([]);
    expect(checkChange(framework, {})).toEqual([]);
  });

  test('row 28: a behaviour or a quality of another framework is refused, and named', () => {
    expect(
      checkChange(framework, { ratings: { '1.1': 3, '1.9': 3, '1': 3 }, comments: { '1.1': { seen: 'x' }, '7': { seen: 'x' } } }),
    ).toEqual([
      { field: 'ratings.1', message: 'This feedback does not ask about a behaviour “1”.' },
      { field: 'ratings.1.9', message: 'This feedback does not ask about a behaviour “1.9”.' },
      { field: 'comments.7', message: 'This feedback has no quality “7” to comment on.' },
      { field: 'comments.1.1', message: 'This feedback has no quality “1.1” to comment on.' },
    ]);
  });

  test('row 28: names that every object has are no codes', () => {
    const ratings = JSON.parse('{ "__proto__": 3, "constructor": 3, "toString": 3 }') as Record<string, unknown>;
    expect(checkChange(framework, { ratings }).map((fault) => fault.field)).toEqual([
      'ratings.__proto__',
      'ratings.constructor',
      'ratings.toString',
    ]);
  });

  test('row 18: a comment of one character more than the limit is refused with both counts, one of exactly the limit is not', () => {
    expect(checkChange(framework, { comments: { '2': { seen: 'x'.repeat(longestComment) } } })).toEqual([]);
    expect(checkChange(framework, { comments: { '2': { seen: 'x', help: 'x'.repeat(longestComment + 1) } } })).toEqual([
      { field: 'comments.2.help', message: 'A comment holds at most 10,000 characters; this one has 10,001.' },
    ]);
  });

  test('rows 18, 19, 20: a single character, only spaces, emoji, right-to-left text and an override are all accepted as they are', () => {
    for (const seen of ['x', '   ', '👩‍👩‍👧‍👦', 'é', 'مرحبا', '學校', 'a\u202Eb'])
      expect(checkChange(framework, { comments: { '1': { seen } } })).toEqual([]);
  });

  test('row 21: a NUL in a comment is refused in words', () => {
    const [fault] = checkChange(framework, { comments: { '1': { seen: 'before\u0000after' } } });
    expect(fault?.field).toBe('comments.1.seen');
    expect(fault?.message).toContain('NUL');
  });

  test.each([['text'], [null], [['seen']], [7]])('comments on a quality that are %p are refused', (value) => {
    expect(checkChange(framework, { comments: { '1': value } }).map((fault) => fault.field)).toEqual(['comments.1']);
  });

  test('a comment that is no text, or answers a question nobody asked, is refused', () => {
    expect(checkChange(framework, { comments: { '1': { seen: 5, help: undefined, other: 'x' } } }).map((fault) => fault.field)).toEqual([
      'comments.1.seen',
      'comments.1.other',
    ]);
  });

  test('a key of a thousand letters does not come back whole', () => {
    const [fault] = checkChange(framework, { ratings: { ['k'.repeat(1000)]: 3 } });
    expect(fault?.field.length).toBeLessThan(60);
    expect(fault?.message.length).toBeLessThan(120);
  });

  test('row 27: whatever arrives, the answer is a list of faults and never an exception', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), fc.dictionary(fc.string(), fc.anything()), (ratings, comments) => {
        for (const fault of checkChange(framework, { ratings, comments })) expect(fault.message).toMatch(/\.$/);
      }),
    );
  });
});
