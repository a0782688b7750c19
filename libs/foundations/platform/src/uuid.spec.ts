import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { isUuid } from './uuid';

test('an id is taken, and nothing that only looks like one', () => {
  const id = randomUUID();
  expect(isUuid(id)).toBe(true);
  for (const text of ['', 'undefined', `${id} `, `${id}\n`, `{${id}}`, id.toUpperCase(), id.slice(1), `../${id}`])
    expect([text, isUuid(text)]).toEqual([text, false]);
});
