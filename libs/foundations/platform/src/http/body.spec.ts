import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { body } from './body';
import { Refused } from './problem';

const Schema = z.strictObject({
  name: z.string().max(5),
  group: z.enum(['peer', 'other']),
  list: z.array(z.strictObject({ rating: z.int().min(1).max(5).nullable() })),
  id: z.uuid(),
  minimum: z.int('Choose 3, 4 or 5.'),
});
const right = { name: 'Ada', group: 'peer', list: [{ rating: null }], id: '00000000-0000-4000-8000-000000000001', minimum: 3 };

const read = (value: unknown): unknown => {
  try {
    return body(Schema).transform(value, { type: 'body' });
  } catch (error) {
    if (error instanceof Refused) return error.problem.errors;
    throw error;
  }
};

test('what the schema describes comes through', () => {
  expect(read(right)).toEqual(right);
});

test.each([
  ['role', { role: 'administrator' }, [{ field: 'role', message: 'This field is not known here.' }]],
  ['constructor', { constructor: 1 }, [{ field: 'constructor', message: 'This field is not known here.' }]],
  ['a nested field', { list: [{ rating: 1, sentAt: 0 }] }, [{ field: 'list.0.sentAt', message: 'This field is not known here.' }]],
])('row 52: a field that nobody asked for is refused by name: %s', (_, more, errors) => {
  expect(read({ ...right, ...more })).toEqual(errors);
});

test.each([
  ['in a field', { ...right, name: 'A\u0000' }, 'name', 'This holds a character that cannot be stored (NUL).'],
  ['deep down', { ...right, list: [{ rating: '\u0000' }] }, 'list.0.rating', 'This holds a character that cannot be stored (NUL).'],
  ['in a name', { ...right, list: [{ 'a\u0000': 1 }] }, 'list.0', 'This holds a character that cannot be stored (NUL).'],
  ['alone', '\u0000', 'body', 'This holds a character that cannot be stored (NUL).'],
  ['half an emoji', { ...right, name: 'A\ud83d' }, 'name', 'This holds half of a character, which cannot be stored. Paste it again.'],
])('row 21: what no database can store is refused before anything else: %s', (_, value, field, message) => {
  expect(read(value)).toEqual([{ field, message }]);
});

test('row 19: every whole character may be typed', () => {
  for (const name of ['👩🏽‍🚀', 'é🎓ع', '校長']) expect(read({ ...right, name })).toMatchObject({ name });
});

test('each wrong field is named in plain words, a sentence of the schema first', () => {
  expect(read({ name: 3, group: 'boss', list: [{ rating: 7 }, { rating: 2.5 }, { rating: '3' }], id: '1 or 1=1', minimum: 'low' })).toEqual(
    [
      { field: 'name', message: 'This should be text.' },
      { field: 'group', message: 'This should be “peer” or “other”.' },
      { field: 'list.0.rating', message: 'This should be at most 5.' },
      { field: 'list.1.rating', message: 'This should be a whole number.' },
      { field: 'list.2.rating', message: 'This should be a number.' },
      { field: 'id', message: 'This should be the id of something that is there.' },
      { field: 'minimum', message: 'Choose 3, 4 or 5.' },
    ],
  );
});

test.each([[undefined], [null], ['text'], [[]], [5]])('a body that is no object is refused: %p', (value) => {
  expect(read(value)).toEqual([
    { field: 'body', message: value === undefined ? 'This is missing.' : 'This should be an object with fields.' },
  ]);
});
