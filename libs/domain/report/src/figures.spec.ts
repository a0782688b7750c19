import type { SentRatings } from '@facet/domain-disclosure';
import type { Rating } from '@facet/domain-framework';
import { expect, test } from '@jest/globals';
import { own, peer, quality, report, snapshotOf } from './reports.examples';
import type { QualityFigures, Snapshot } from './snapshot';

const repeated = (times: number, ...values: Rating[]): SentRatings[] => Array.from({ length: times }, () => peer(...values));
const judged = (snapshot: Snapshot): Pick<QualityFigures, 'verdict' | 'classification' | 'agreement'> => {
  const { verdict, classification, agreement } = quality(snapshot, '1');
  return { verdict, classification, agreement };
};
const verdicts = (snapshot: Snapshot) => quality(snapshot, '1').behaviours.map(({ verdict }) => verdict);

test('a leader one point above ten colleagues is higher, and whether that matters lies beside it', () => {
  expect(judged(snapshotOf(repeated(10, 3, 3), { self: own(4, 4) }))).toMatchObject({
    verdict: 'self_higher',
    classification: 'over_low',
  });
  expect(judged(snapshotOf(repeated(10, 4, 4), { self: own(5, 5) }))).toMatchObject({ classification: 'over_high' });
  expect(judged(snapshotOf(repeated(10, 4, 4), { self: own(3, 3) }))).toMatchObject({
    verdict: 'self_lower',
    classification: 'under_high',
  });
});

test('half a point between leader and three colleagues is too close to call, and counts as agreement', () => {
  expect(judged(snapshotOf(repeated(3, 3, 3), { self: own(4, 3) }))).toMatchObject({ verdict: 'too_close', classification: 'agree_low' });
});

test('a quality is judged by as few colleagues as have seen its least seen behaviour', () => {
  const sheets = [...repeated(9, 4, null), ...repeated(3, 4, 4)];
  expect(judged(snapshotOf(sheets, { self: own(5, 4) })).verdict).toBe('too_close');
  expect(judged(snapshotOf(repeated(12, 4, 4), { self: own(5, 4) })).verdict).toBe('self_higher');
});

test('a line manager moves the score of all others, and never makes a verdict surer', () => {
  const three = snapshotOf(repeated(3, 3), { self: own(4) });
  const withManager = snapshotOf(repeated(3, 3), { self: own(4), lineManagers: [{ name: 'Mo Line', ...own(3) }] });
  const four = snapshotOf(repeated(4, 3), { self: own(4) });
  expect([three, withManager, four].map((snapshot) => verdicts(snapshot)[0])).toEqual(['too_close', 'too_close', 'self_higher']);
  const [moved] = quality(snapshotOf(repeated(3, 3), { self: own(4), lineManagers: [{ name: 'Mo Line', ...own(5) }] }), '1').behaviours;
  expect(moved).toMatchObject({ allOthers: { mean: 3.5, n: 4 }, gap: 0.5, verdict: 'in_line' });
});

test('without a self-assessment, or without anything of colleagues to show, nothing is judged', () => {
  expect(judged(snapshotOf(repeated(6, 4, 4)))).toEqual({ verdict: null, classification: null, agreement: 'high' });
  expect(judged(snapshotOf([peer(4, 4)], { self: own(1, 1) }))).toEqual({ verdict: null, classification: null, agreement: null });
  expect(verdicts(snapshotOf([peer(4, 4)], { self: own(1, 1) }))).toEqual([null, null]);
});

test('the word for agreement is the one that was released, and is missing where it was not', () => {
  const apart = [peer(1, 5), peer(5, 1), peer(1, 5), peer(5, 1), peer(1, 1), report(5, 5), report(1, 1), report(5, 5)];
  expect(judged(snapshotOf(apart)).agreement).toBe('low');
  expect(judged(snapshotOf(apart.slice(0, 4))).agreement).toBeNull();
});

test('the report keeps the rules that it was judged by', () => {
  expect(snapshotOf([]).rules).toEqual({ highFrom: 3.8, gapFrom: { quality: 0.5, behaviour: 1 } });
});
