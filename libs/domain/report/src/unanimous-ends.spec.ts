import type { Rating } from '@facet/domain-framework';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { peer, report, snapshotOf } from './reports.examples';
import { unanimousEnds } from './unanimous-ends';

test('a mean at either end of the scale is named with its line, because it says what each of its colleagues chose', () => {
  const sheets = [...[1, 2, 3].map((any) => peer(5, any, null, 4)), ...[1, 2, 3].map((any) => report(any, 1, 3, 4))];
  expect(unanimousEnds(snapshotOf(sheets))).toEqual([
    { quality: '1', behaviour: '1.1', line: 'peer' },
    { quality: '1', behaviour: '1.2', line: 'direct_report' },
  ]);
});

test('all alike in the middle of the scale is no end of it, and a withheld cell is not named', () => {
  expect(unanimousEnds(snapshotOf([peer(3, 5), peer(3, 5), peer(3, null)]))).toEqual([]);
});

test('folded groups are named by the line on which they stand together', () => {
  expect(unanimousEnds(snapshotOf([peer(1), peer(1), report(1)]))).toEqual([{ quality: '1', behaviour: '1.1', line: 'together' }]);
});

test('one rating that differs takes the mark away, however many agree', () => {
  const rating = fc.integer({ min: 1, max: 5 });
  fc.assert(
    fc.property(fc.array(rating, { minLength: 3, maxLength: 60 }), (ratings) => {
      const sheets = ratings.map((one: Rating) => peer(one));
      const alike = ratings.every((one) => one === 1) || ratings.every((one) => one === 5);
      expect(unanimousEnds(snapshotOf(sheets)).length).toBe(alike ? 1 : 0);
    }),
    { examples: [[[5, 5, 5]], [[1, 1, 1, 1]], [[...Array<number>(59).fill(5), 4]]] },
  );
});
