import type { Rating } from '@facet/domain-framework';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { BehaviourCounts } from './exact';
import { firstPageOf } from './first-page';
import { own, peer, snapshotOf } from './reports.examples';

/** One behaviour that colleagues rated, `counts` of them on each of five points. */
const rated = (code: string, self: Rating, counts: readonly number[]): BehaviourCounts => {
  const n = counts.reduce((sum, count) => sum + count, 0);
  return { code, text: code, self, lineManagers: [], groups: [], allOthers: { counts, n, confidential: n } };
};
const unseen = (code: string, self: Rating): BehaviourCounts => ({
  ...rated(code, self, []),
  allOthers: { withheld: 'too_few_saw_it' },
});
const nobody = { confirmedStrengths: [], blindSpots: [], hiddenStrengths: [] };

test('a strength is confirmed where leader and colleagues both rate high and neither is clearly apart from the other', () => {
  expect(firstPageOf([rated('1', 4, [0, 0, 0, 6, 0])], 5)).toEqual({ ...nobody, confirmedStrengths: ['1'] });
  expect(firstPageOf([rated('1', 5, [0, 0, 0, 6, 0])], 5)).toEqual(nobody);
  expect(firstPageOf([rated('1', 3, [0, 0, 0, 6, 0])], 5)).toEqual({ ...nobody, hiddenStrengths: ['1'] });
});

test('a strength that three colleagues rate one point lower is too close to call, and so confirmed', () => {
  expect(firstPageOf([rated('1', 5, [0, 0, 1, 1, 1])], 5)).toEqual({ ...nobody, confirmedStrengths: ['1'] });
});

test('a behaviour that only one of the two rates high is no confirmed strength, however close they are', () => {
  expect(firstPageOf([rated('1', 3, [0, 0, 1, 1, 1])], 5)).toEqual(nobody);
  expect(firstPageOf([rated('1', 4, [0, 0, 2, 1, 0])], 5)).toEqual(nobody);
});

test('a score of exactly 3.8 lies on the high side, and one just below does not', () => {
  expect(firstPageOf([rated('1', 4, [0, 0, 1, 4, 0])], 5)).toEqual({ ...nobody, confirmedStrengths: ['1'] });
  expect(firstPageOf([rated('1', 4, [0, 0, 2, 7, 0])], 5)).toEqual(nobody);
});

test('a blind spot is a behaviour that the leader rates clearly higher and colleagues do not rate high', () => {
  expect(firstPageOf([rated('1', 5, [0, 2, 4, 0, 0])], 5)).toEqual({ ...nobody, blindSpots: ['1'] });
  expect(firstPageOf([rated('1', 5, [0, 0, 2, 0, 1])], 5)).toEqual({ ...nobody, blindSpots: ['1'] });
  expect(firstPageOf([rated('1', 4, [0, 0, 3, 0, 0])], 5)).toEqual(nobody);
});

test('a hidden strength is a behaviour that the leader rates clearly lower and colleagues rate high', () => {
  expect(firstPageOf([rated('1', 3, [0, 0, 0, 1, 5])], 5)).toEqual({ ...nobody, hiddenStrengths: ['1'] });
  expect(firstPageOf([rated('1', 2, [0, 0, 3, 3, 0])], 5)).toEqual(nobody);
});

test('each list holds three, the most decisive first, and equal ones in the order of their codes, 2 before 10', () => {
  const [four, fourAndAThird, five] = [
    [0, 0, 0, 6, 0],
    [0, 0, 0, 4, 2],
    [0, 0, 0, 0, 6],
  ];
  const strengths = [rated('1.10', 4, four), rated('1.2', 4, four), rated('1.9', 5, fourAndAThird), rated('2.1', 5, five)];
  expect(firstPageOf(strengths, 5).confirmedStrengths).toEqual(['2.1', '1.9', '1.2']);
  const [one, two, three] = [
    [6, 0, 0, 0, 0],
    [0, 6, 0, 0, 0],
    [0, 0, 6, 0, 0],
  ];
  const blind = [rated('1.1', 5, three), rated('1.10', 4, two), rated('1.2', 5, three), rated('1.3', 5, one)];
  expect(firstPageOf(blind, 5).blindSpots).toEqual(['1.3', '1.1', '1.2']);
  const hidden = [rated('2.1', 2, four), rated('10.1', 1, five), rated('2.10', 1, four), rated('2.2', 1, four)];
  expect(firstPageOf(hidden, 5).hiddenStrengths).toEqual(['10.1', '2.2', '2.10']);
});

test('a behaviour that too few have seen, or that the leader did not rate, stands in no list', () => {
  expect(firstPageOf([unseen('1', 5), unseen('2', 1), rated('3', null, [0, 0, 0, 0, 6])], 5)).toEqual(nobody);
});

test('behaviours of every quality compete for one first page', () => {
  const { firstPage } = snapshotOf([peer(4, 2, 4, 5), peer(4, 2, 5, 5), peer(4, 2, 4, 5)], { self: own(4, 5, 2, 5) });
  expect(firstPage).toEqual({ confirmedStrengths: ['2.2', '1.1'], blindSpots: ['1.2'], hiddenStrengths: ['2.1'] });
});

test('whatever was answered, no behaviour stands in two lists, no list is longer than three, and the order asked in changes nothing', () => {
  const counts = fc.array(fc.nat({ max: 6 }), { minLength: 5, maxLength: 5 }).filter((given) => given.some((count) => count > 0));
  const behaviours = fc
    .array(fc.tuple(fc.option(fc.integer({ min: 1, max: 5 })), counts), { maxLength: 12 })
    .map((all) => all.map(([self, given], at) => rated(`1.${at + 1}`, self, given)));
  const shuffled = behaviours.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
  fc.assert(
    fc.property(shuffled, ([all, otherwise]) => {
      const page = firstPageOf(all, 5);
      const lists = [page.confirmedStrengths, page.blindSpots, page.hiddenStrengths];
      expect(new Set(lists.flat()).size).toBe(lists.flat().length);
      for (const list of lists) expect(list.length).toBeLessThanOrEqual(3);
      expect(firstPageOf(otherwise, 5)).toEqual(page);
    }),
  );
});
