import { expect, test } from '@jest/globals';
import { auditFor } from './audit-report';
import { byCode } from './code-order';
import { classificationOn, type Sides, verdictOn } from './judge';
import type { PublishedReport } from './published-report';
import { judgedReport, rosterOf } from './report.examples';

const misnamedIn = (report: PublishedReport, peers = 3): string[] =>
  auditFor({ knows: [] })(report, rosterOf({ peer: peers })).findings.map((finding) =>
    'figure' in finding ? finding.figure : finding.kind,
  );

test('each word of a report that its figures contradict is named', () => {
  expect(misnamedIn(judgedReport({}))).toEqual([]);
  expect(misnamedIn(judgedReport({ verdict: 'self_higher' }))).toEqual(['1.1, verdict']);
  expect(misnamedIn(judgedReport({}, { verdict: 'too_close' }))).toEqual(['1, verdict']);
  expect(misnamedIn(judgedReport({}, { verdict: null, classification: null }))).toEqual(['1, verdict', '1, classification']);
  expect(misnamedIn(judgedReport({}, { classification: 'over_low' }))).toEqual(['1, classification']);
  expect(misnamedIn(judgedReport({}, { self: 4 }))).toEqual(['1, gap', '1, self']);
});

test('a first page that names what it should not, or not what it should, is named by its list', () => {
  const report = judgedReport({});
  const page = { confirmedStrengths: [], blindSpots: ['1.1'], hiddenStrengths: [] };
  expect(misnamedIn({ ...report, firstPage: page })).toEqual(['first page, confirmedStrengths', 'first page, blindSpots']);
});

test('constants other than those of the definitions are noticed', () => {
  const { rules, ...report } = judgedReport({});
  expect(misnamedIn({ ...report, rules: { ...rules, highFrom: 3.5 } })).toEqual(['rules']);
  expect(misnamedIn({ ...report, rules: { ...rules, gapFrom: { quality: 1, behaviour: 1 } } })).toEqual(['rules']);
});

test('comments need five confidential colleagues who sent answers, and where they are withheld there are none', () => {
  const report = judgedReport({});
  const qualities = [{ seen: ['At every open evening.'], help: [] }];
  expect(misnamedIn({ ...report, comments: { withheld: null, qualities: [] } })).toEqual(['comments']);
  expect(misnamedIn({ ...report, comments: { withheld: 'too_few', qualities } })).toEqual(['comments']);
  expect(misnamedIn({ ...report, comments: { withheld: null, qualities } }, 5)).not.toContain('comments');
});

test('a figure that is no number is a finding, never the end of the audit', () => {
  expect(misnamedIn(judgedReport({ allOthers: { mean: Number.NaN, n: 3 } }))).toContain('1.1, all others');
  expect(misnamedIn(judgedReport({ allOthers: { mean: 4, n: 0 } }))).toContain('1.1, all others');
});

/** A gap of so many thousandths of a point. */
const apart = (thousandths: bigint, raters: number): Sides => ({
  self: { over: 3000n + thousandths, under: 1000n },
  others: { over: 3n, under: 1n },
  raters,
});

test('a gap exactly at the threshold has reached it, and one exactly as wide as the noise is too close to call', () => {
  expect([499n, 500n].map((gap) => verdictOn(apart(gap, 100), 'quality', 5))).toEqual(['in_line', 'self_higher']);
  expect([-999n, -1000n].map((gap) => verdictOn(apart(gap, 100), 'behaviour', 5))).toEqual(['in_line', 'self_lower']);
  expect([784n, 785n].map((gap) => verdictOn(apart(gap, 4), 'quality', 5))).toEqual(['too_close', 'self_higher']);
  expect([2940n, 2941n].map((gap) => verdictOn(apart(gap, 1), 'behaviour', 7))).toEqual(['too_close', 'self_higher']);
});

test('the high side begins at 3.1 of four, 3.8 of five and 5.2 of seven points', () => {
  const side = (thousandths: bigint, points: number) =>
    classificationOn({ self: null, others: { over: thousandths, under: 1000n }, raters: 3 }, 'in_line', points);
  expect([side(3100n, 4), side(3800n, 5), side(5200n, 7)]).toEqual(Array(3).fill('agree_high'));
  expect([side(3099n, 4), side(3799n, 5), side(5199n, 7)]).toEqual(Array(3).fill('agree_low'));
});

test('1.2 comes before 1.10, and of codes with letters the shorter first', () => {
  expect(['1.10', 'a10', '1.2', 'a', '10.1', '', 'a2'].sort(byCode)).toEqual(['', '1.2', '1.10', '10.1', 'a', 'a2', 'a10']);
});
