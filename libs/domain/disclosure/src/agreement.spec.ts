import type { Rating } from '@facet/domain-framework';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { disclose, type SentRatings } from './disclose';
import { confidentialGroups, everyPromise, framework, promiseOf } from './rounds.examples';

const promise = promiseOf(3, ['peer'], ['direct_report'], ['other']);
const sheet = (group: SentRatings['group'], first: Rating, second: Rating): SentRatings => ({
  group,
  ratings: { '1.1': first, '1.2': second },
});
const repeated = (times: number, one: SentRatings): SentRatings[] => Array.from({ length: times }, () => one);
const onFirst = (...sheets: readonly SentRatings[]): string | null =>
  disclose(framework, promise, sheets).qualities.find(({ quality }) => quality === '1')?.agreement ?? null;

test('five colleagues who say the same agree, and four of whom nothing is said do not', () => {
  expect(onFirst(...repeated(5, sheet('peer', 4, 4)))).toBe('high');
  expect(onFirst(...repeated(4, sheet('peer', 4, 4)))).toBeNull();
});

test('colleagues of several groups are heard together, and those at opposite ends agree little', () => {
  expect(onFirst(...repeated(3, sheet('peer', 1, 1)), ...repeated(3, sheet('direct_report', 5, 5)))).toBe('low');
});

test('whoever did not see every behaviour of a quality is not among those who agree on it', () => {
  expect(onFirst(...repeated(4, sheet('peer', 4, 4)), ...repeated(3, sheet('peer', 4, null)))).toBeNull();
});

test('a group of which one behaviour is withheld enters nothing, neither for nor against agreement', () => {
  const peers = repeated(5, sheet('peer', 4, 4));
  const twoOfThreeSaw = [...repeated(2, sheet('direct_report', 1, 1)), sheet('direct_report', 1, null)];
  const three = repeated(3, sheet('direct_report', 1, 1));
  expect(onFirst(...peers, ...twoOfThreeSaw)).toBe('high');
  expect(onFirst(...peers, ...three)).toBe('low');
});

test('a group that is left out enters no agreement', () => {
  const sheets = [...repeated(5, sheet('peer', 4, 4)), ...repeated(5, sheet('direct_report', 1, 1))];
  expect(disclose(framework, promise, sheets, ['direct_report']).qualities[0]).toEqual({ quality: '1', agreement: 'high' });
});

test('each quality has an entry, also where nothing can be said', () => {
  expect(disclose(framework, promise, []).qualities).toEqual([
    { quality: '1', agreement: null },
    { quality: '2', agreement: null },
  ]);
});

test('one word or none is all that is ever said of agreement, from five complete colleagues, in whatever order they answered', () => {
  const rating = fc.option(fc.integer({ min: 1, max: 5 }), { freq: 6 });
  const sheets = fc.array(
    fc.record({ group: fc.constantFrom(...confidentialGroups), ratings: fc.record({ '1.1': rating, '1.2': rating, '2.1': rating }) }),
    { maxLength: 20 },
  );
  const pairs = sheets.chain((sent) => fc.tuple(fc.constant(sent), fc.shuffledSubarray(sent, { minLength: sent.length })));
  fc.assert(
    fc.property(fc.constantFrom(...everyPromise), pairs, (promised, [sent, shuffled]) => {
      const { qualities } = disclose(framework, promised, sent);
      expect(disclose(framework, promised, shuffled).qualities).toEqual(qualities);
      for (const { quality, agreement } of qualities) {
        expect([null, 'high', 'mixed', 'low']).toContain(agreement);
        const codes = quality === '1' ? (['1.1', '1.2'] as const) : (['2.1'] as const);
        const complete = sent.filter(({ ratings }) => codes.every((code) => ratings[code] !== null));
        if (complete.length < 5) expect(agreement).toBeNull();
      }
    }),
  );
});
