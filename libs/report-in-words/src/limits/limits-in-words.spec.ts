import { expect, test } from '@jest/globals';
import { example } from '../report.examples';
import { limitsFor } from './limits-in-words';

const text = limitsFor(example)
  .map((limit) => `${limit.what}: ${limit.text}`)
  .join('\n');

test('the coach reads every limit that no rule can lift', () => {
  for (const limit of [
    /tell one another/,
    /turn of phrase/,
    /lowest or the highest point/,
    /says of each that they did/,
    /invented person/,
    /mail system of Hillside School/,
    /while a round is open/i,
  ])
    expect(text).toMatch(limit);
});

test('the limits are said plainly: nothing is called anonymous, impossible or certain, and nobody is frightened', () => {
  expect(text).not.toMatch(/anonym|guarantee|impossible|attack|hack|danger|!/i);
});

test('the leader is asked not to guess, and is not told where guessing would succeed', () => {
  expect(limitsFor({ ...example, as: 'leader' })).toEqual([]);
});
