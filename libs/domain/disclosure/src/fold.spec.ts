import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { describeSeal } from './describe-seal';
import { fold, missesPromise, type SentPerGroup, type ShownLine } from './fold';
import { confidentialGroups, everyPromise, promiseOf } from './rounds.examples';

const promises = fc.constantFrom(...everyPromise);
const few = fc.nat({ max: 7 });
const sentCounts = fc.record({ peer: few, direct_report: few, other: few });
const leftOuts = fc.uniqueArray(fc.constantFrom(...confidentialGroups), { maxLength: 2 });

const three = promiseOf(3, ['peer'], ['direct_report'], ['other']);
const shownLines = (sent: SentPerGroup, promise = three): string[] =>
  fold(promise, sent).map((line) => (line.withheld === null ? `${line.code} ${line.raters}` : `${line.code} ${line.withheld}`));

test('groups that all have enough stand on lines of their own, in the order promised', () => {
  expect(shownLines({ peer: 4, direct_report: 3, other: 5 })).toEqual(['peer 4', 'direct_report 3', 'other 5']);
});

test('two short groups that reach the minimum with each other become one line, and the group with enough is not touched', () => {
  expect(shownLines({ peer: 4, direct_report: 2, other: 1 })).toEqual(['peer 4', 'together 3']);
});

test('a lone governor joins the smallest group that is shown', () => {
  expect(shownLines({ peer: 4, direct_report: 3, other: 1 })).toEqual(['peer 4', 'together 4']);
});

test('two short groups that do not reach the minimum join the smallest group together', () => {
  expect(shownLines({ peer: 1, direct_report: 1, other: 6 })).toEqual(['together 8']);
});

test('where two groups are equally small, the direct reports take the short group in before the peers do', () => {
  expect(shownLines({ peer: 3, direct_report: 3, other: 1 })).toEqual(['peer 3', 'together 4']);
  expect(shownLines({ peer: 4, direct_report: 1, other: 4 })).toEqual(['other 4', 'together 5']);
});

test('three short groups that reach the minimum only with one another are one line', () => {
  expect(shownLines({ peer: 1, direct_report: 1, other: 1 })).toEqual(['together 3']);
});

test('row 38: with every group below the minimum nothing is shown, and no count is left', () => {
  expect(fold(three, { peer: 1, direct_report: 1 }).map(({ raters, withheld }) => [raters, withheld])).toEqual([
    [null, 'too_few'],
    [null, 'too_few'],
    [null, 'too_few'],
  ]);
});

test('a group in which nobody answered is folded like any other: no line says of its members that they did not answer', () => {
  expect(shownLines({ peer: 4, direct_report: 3 })).toEqual(['peer 4', 'together 3']);
  const [, joined] = fold(three, { peer: 4, direct_report: 3 });
  expect(joined).toMatchObject({ folded: ['Direct reports', 'Governors and partners'], raters: 3 });
});

test('groups that were promised to answer as one are counted as one', () => {
  const joined = promiseOf(3, ['peer', 'other'], ['direct_report']);
  expect(shownLines({ peer: 2, other: 1, direct_report: 3 }, joined)).toEqual(['peer 3', 'direct_report 3']);
});

test('a group that the round is sealed without stands in no line and shows no count', () => {
  const lines = fold(three, { peer: 4, direct_report: 2, other: 1 }, ['direct_report']);
  expect(lines.map(({ code, raters, withheld }) => [code, raters, withheld])).toEqual([
    ['together', 5, null],
    ['direct_report', null, 'group_left_out'],
  ]);
});

test('answers of a group that the promise does not name are refused', () => {
  expect(() => fold(promiseOf(3, ['peer']), { peer: 3, other: 1 })).toThrow(RangeError);
});

test('folding puts every colleague into one line or none, each line holds enough, and no promised group is divided', () => {
  fc.assert(
    fc.property(promises, sentCounts, leftOuts, (promise, sent, leftOut) => {
      const lines = fold(promise, sent, leftOut);
      const shown = lines.filter((line): line is ShownLine => line.withheld === null);
      const members = shown.flatMap((line) => line.members);
      expect(new Set(members).size).toBe(members.length);
      for (const line of shown) {
        expect(line.raters).toBeGreaterThanOrEqual(promise.minimum);
        expect(line.raters).toBe(line.members.reduce((sum, code) => sum + sent[code], 0));
      }
      for (const group of promise.groups) {
        const within = group.members.filter((code) => members.includes(code));
        expect([0, group.members.length]).toContain(within.length);
        expect(leftOut.includes(group.code) && within.length > 0).toBe(false);
      }
    }),
  );
});

test('whenever one line is shown, every colleague who answered and is not left out stands in some line', () => {
  fc.assert(
    fc.property(promises, sentCounts, leftOuts, (promise, sent, leftOut) => {
      const shown = fold(promise, sent, leftOut).filter((line): line is ShownLine => line.withheld === null);
      const answered = promise.groups
        .filter(({ code }) => !leftOut.includes(code))
        .flatMap(({ members }) => members)
        .reduce((sum, code) => sum + sent[code], 0);
      expect(shown.reduce((sum, line) => sum + line.raters, 0)).toBe(answered < promise.minimum ? 0 : answered);
    }),
  );
});

test('the groups that miss their promise are those below the minimum', () => {
  const missed = missesPromise(three, { peer: 3, direct_report: 2 });
  expect(missed.map(({ code }) => code)).toEqual(['direct_report', 'other']);
  expect(missesPromise(three, { peer: 3, direct_report: 3, other: 3 })).toEqual([]);
});

test('row 38: the coach of a round with two peers is told beforehand, in words, what would be shown', () => {
  expect(describeSeal(three, { peer: 2, direct_report: 4, other: 1 })).toEqual([
    'Direct reports will be shown.',
    '“Peers” and “Governors and partners” will be shown together as “Colleagues, together”.',
    'Comments will be shown in one shuffled list for each question, without names or groups.',
  ]);
  expect(describeSeal(three, { peer: 2 })).toEqual([
    'No number from a confidential colleague will be shown: too few have answered.',
    'Comments from confidential colleagues will not be shown: too few have answered.',
  ]);
  expect(describeSeal(three, { peer: 4, other: 2 }, { leftOut: ['other'] })).toEqual([
    '“Peers” and “Direct reports” will be shown together as “Colleagues, together”.',
    'Governors and partners will be left out of every number.',
    'Comments from confidential colleagues will not be shown: too few have answered.',
  ]);
});

test('what the coach is told holds no number', () => {
  fc.assert(
    fc.property(promises, sentCounts, leftOuts, (promise, sent, leftOut) => {
      expect(describeSeal(promise, sent, { leftOut }).join(' ')).not.toMatch(/\d/);
    }),
  );
});
