import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { type Answers, sameAnswer } from './answers';
import { reconcile } from './reconcile';

test('row 33: answers to different questions, given on two pages, are both kept without asking', () => {
  expect(reconcile({ '1.1': 2 }, { '1.2': 5 }, [{}])).toEqual({ changes: { '1.2': 5 }, conflicts: [] });
});

test('row 33: different answers to one question are a conflict that shows both', () => {
  expect(reconcile({ '1.1': 2 }, { '1.1': 5 }, [{}])).toEqual({
    changes: {},
    conflicts: [{ key: '1.1', mine: 5, stored: 2 }],
  });
});

test('row 33: the same answer on both pages needs nothing', () => {
  expect(reconcile({ '1.seen': 'In May.' }, { '1.seen': 'In May. ' }, [{}])).toEqual({ changes: {}, conflicts: [] });
});

test('row 34: an answer that was stored although its reply was lost is replaced by a newer one from the same page', () => {
  expect(reconcile({ '1.1': 3 }, { '1.1': 4 }, [{}, { '1.1': 3 }])).toEqual({ changes: { '1.1': 4 }, conflicts: [] });
});

const answers = fc.dictionary(fc.constantFrom('1.1', '1.2', '1.seen'), fc.constantFrom(1, 2, null, 'a', 'b')) as fc.Arbitrary<Answers>;

test('row 33: whatever two pages hold, no answer is lost and none that somebody else gave is overwritten unseen', () => {
  fc.assert(
    fc.property(answers, answers, answers, (stored, mine, seen) => {
      const { changes, conflicts } = reconcile(stored, mine, [seen]);
      for (const [key, answer] of Object.entries(mine)) {
        const conflict = conflicts.find((one) => one.key === key);
        const kept = key in changes || conflict !== undefined || sameAnswer(stored[key], answer);
        expect(kept).toBe(true);
        if (key in changes) expect(sameAnswer(seen[key], stored[key])).toBe(true);
        if (conflict) expect(conflict).toEqual({ key, mine: answer, stored: stored[key] });
      }
    }),
  );
});
