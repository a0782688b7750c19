import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { fold } from './fold';
import { mayLeaveOut, whyNotLeaveOut } from './leave-out';
import { confidentialGroups, everyPromise, promiseOf } from './rounds.examples';

const three = promiseOf(3, ['peer'], ['direct_report'], ['other']);

test('a coach may leave out each group that misses its promise, alone or together, as long as something is shown', () => {
  expect(mayLeaveOut(three, { peer: 4, direct_report: 2, other: 1 }, [])).toEqual([
    ['direct_report'],
    ['other'],
    ['direct_report', 'other'],
  ]);
  expect(mayLeaveOut(three, { direct_report: 2, other: 1 }, [])).toEqual([['peer']]);
  expect(mayLeaveOut(three, { peer: 4, direct_report: 3, other: 3 }, [])).toEqual([]);
});

test('a group that has what it was promised is never left out', () => {
  expect(whyNotLeaveOut(three, { peer: 4, direct_report: 2 }, ['peer'], [])).toBe('keeps its promise');
  expect(whyNotLeaveOut(three, { peer: 2 }, ['direct_report'], [])).toBe('nothing left');
});

const counts = fc.record({ peer: fc.nat({ max: 7 }), direct_report: fc.nat({ max: 7 }), other: fc.nat({ max: 7 }) });
const some = fc.uniqueArray(fc.constantFrom(...confidentialGroups), { maxLength: 3 });

test('whatever is left out, the report shows something, and what is offered is what is taken', () => {
  fc.assert(
    fc.property(fc.constantFrom(...everyPromise), counts, some, some, (promise, sent, changed, leftOut) => {
      const offered = mayLeaveOut(promise, sent, changed);
      for (const choice of offered) expect(fold(promise, sent, choice).some(({ withheld }) => withheld === null)).toBe(true);
      const isOffered = offered.some((choice) => choice.length === leftOut.length && choice.every((code) => leftOut.includes(code)));
      expect(leftOut.length === 0 || whyNotLeaveOut(promise, sent, leftOut, changed) !== null).toBe(!isOffered);
    }),
  );
});

test('what may be left out does not depend on how many answered in a group that changed', () => {
  fc.assert(
    fc.property(fc.constantFrom(...everyPromise), counts, counts, some, some, (promise, sent, otherwise, changed, leftOut) => {
      const members = promise.groups.flatMap((group) => (changed.includes(group.code) ? group.members : []));
      const there = Object.fromEntries(confidentialGroups.map((code) => [code, (members.includes(code) ? otherwise : sent)[code]]));
      expect(mayLeaveOut(promise, there, changed)).toEqual(mayLeaveOut(promise, sent, changed));
      expect(whyNotLeaveOut(promise, there, leftOut, changed)).toEqual(whyNotLeaveOut(promise, sent, leftOut, changed));
    }),
  );
});
