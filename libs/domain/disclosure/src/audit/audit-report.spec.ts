import { expect, test } from '@jest/globals';
import { auditFor } from './audit-report';
import type { PublishedReport } from './published-report';
import { behaviour, hiddenLine, judgedReport, line, reportOf, rosterOf, togetherLine } from './report.examples';

const audit = auditFor({ knows: [] });
const exposed = (...raters: number[]) => ({ kind: 'exposed', quality: '1', raters });
const misnamed = (figure: string, quality: string | null = '1') => ({ kind: 'not what it says', quality, figure });

test('a report in which every figure rests on three colleagues or more passes, and says how many figures were checked', () => {
  const report = reportOf(
    [line('peer', 4), line('direct_report', 3)],
    behaviour(
      '1.1',
      [
        [4, 4],
        [3, 3],
      ],
      [25 / 7, 7],
    ),
    behaviour(
      '1.2',
      [
        [3, 4],
        [2, 3],
      ],
      [18 / 7, 7],
    ),
  );
  expect(audit(report, rosterOf({ peer: 4, direct_report: 3 }))).toEqual({ passed: true, published: 9, findings: [] });
});

test('folded groups stand together, and what they are made of is read from the names on their line', () => {
  const report = reportOf(
    [line('peer', 4), togetherLine(5, 'direct_report', 'other')],
    behaviour(
      '1.1',
      [
        [4, 4],
        [3, 5],
      ],
      [31 / 9, 9],
    ),
  );
  expect(audit(report, rosterOf({ peer: 4, direct_report: 2, other: 3 })).findings).toEqual([]);
});

test('a group of two that is shown is exposed in every quality that shows it', () => {
  const report = reportOf(
    [line('peer', 4), line('direct_report', 2)],
    behaviour(
      '1.1',
      [
        [4, 4],
        [3, 2],
      ],
      [22 / 6, 6],
    ),
  );
  expect(audit(report, rosterOf({ peer: 4, direct_report: 2 })).findings).toEqual([misnamed('line 2', null), exposed(4, 5)]);
});

test('two hidden direct reports inside all others are noticed by its n', () => {
  const report = reportOf([line('peer', 4), hiddenLine('direct_report')], behaviour('1.1', [[4, 4], null], [22 / 6, 6]));
  expect(audit(report, rosterOf({ peer: 4, direct_report: 2 })).findings).toEqual([misnamed('1.1, all others')]);
});

test('two hidden direct reports inside all others are noticed by its mean, whatever n it claims', () => {
  const report = reportOf([line('peer', 4), hiddenLine('direct_report')], behaviour('1.1', [[4, 4], null], [22 / 6, 4]));
  expect(audit(report, rosterOf({ peer: 4, direct_report: 2 })).findings).toEqual([misnamed('1.1, all others')]);
});

test('a score that holds a behaviour which is not shown is noticed', () => {
  const honest = reportOf([line('peer', 3)], behaviour('1.1', [[4, 3]], [4, 3]), behaviour('1.2', [null], null));
  const roster = rosterOf({ peer: 3 }, { 2: ['1.2'] });
  expect(audit(honest, roster).findings).toEqual([]);
  const [quality] = honest.qualities;
  if (!quality) throw new Error('the report has a quality');
  const leaky: PublishedReport = { ...honest, qualities: [{ ...quality, groups: [{ mean: 3.5 }], allOthers: { mean: 3.5 } }] };
  expect(audit(leaky, roster).findings).toEqual([misnamed('1, line 1'), misnamed('1, all others')]);
  const invented: PublishedReport = { ...honest, qualities: [{ ...quality, behaviours: quality.behaviours.slice(1) }] };
  expect(audit(invented, roster).findings).toEqual([misnamed('1, line 1'), misnamed('1, all others')]);
});

test('a cell that claims three where two of them rated is both misnamed and exposed', () => {
  const report = reportOf([line('peer', 3)], behaviour('1.1', [[4, 3]], [4, 3]));
  const { findings } = audit(report, rosterOf({ peer: 3 }, { 0: ['1.1'] }));
  expect(findings).toEqual([misnamed('1.1, line 1'), misnamed('1.1, all others'), exposed(1, 2)]);
});

test('the line manager stands under a name and counts towards no minimum', () => {
  const report = reportOf([line('peer', 3)], behaviour('1.1', [[4, 3]], [3.5, 4], 2));
  expect(audit(report, rosterOf({ peer: 3 })).findings).toEqual([]);
  const alone = reportOf([hiddenLine('peer')], behaviour('1.1', [null], [2, 1], 2));
  expect(audit(alone, rosterOf({ peer: 2 })).findings).toEqual([misnamed('1.1, all others')]);
});

test('a line that counts more than the roster knows, that tells of a hidden group, or that nobody was promised, is noticed', () => {
  const behaviours = [behaviour('1.1', [null], null)];
  const roster = rosterOf({ peer: 3 });
  expect(audit(reportOf([line('peer', 4)], ...behaviours), roster).findings).toEqual([misnamed('line 1', null)]);
  expect(audit(reportOf([{ ...hiddenLine('peer'), raters: 3 }], ...behaviours), roster).findings).toEqual([misnamed('line 1', null)]);
  expect(audit(reportOf([{ ...line('peer', 3), code: 'friends' }], ...behaviours), roster).findings).toEqual([misnamed('line 1', null)]);
});

test('a report made for a lower minimum than promised is noticed', () => {
  const report = { ...reportOf([line('peer', 3)], behaviour('1.1', [[4, 3]], [4, 3])), minimum: 2 };
  expect(audit(report, rosterOf({ peer: 3 })).findings).toEqual([misnamed('minimum', null)]);
});

test('a gap gives away what all others give away, and must be self minus all others', () => {
  const report = judgedReport({});
  expect(audit(report, rosterOf({ peer: 3 }))).toMatchObject({ findings: [], published: 6 });
  const wrong = judgedReport({ gap: 1.5 });
  expect(audit(wrong, rosterOf({ peer: 3 })).findings).toEqual([misnamed('1.1, gap')]);
  const bare = reportOf([line('peer', 3)], { ...behaviour('1.1', [null], null), self: 5, gap: 1 });
  expect(audit(bare, rosterOf({ peer: 3 }, { 0: ['1.1'] })).findings).toEqual([misnamed('1.1, gap')]);
});

test('a viewer who is one of the colleagues needs a group of one more than k', () => {
  const three = reportOf([line('peer', 3)], behaviour('1.1', [[4, 3]], [4, 3]));
  expect(auditFor({ knows: [0] })(three, rosterOf({ peer: 3 })).findings).toEqual([exposed(1, 2)]);
  const four = reportOf([line('peer', 4)], behaviour('1.1', [[4, 4]], [4, 4]));
  expect(auditFor({ knows: [0] })(four, rosterOf({ peer: 4 })).findings).toEqual([]);
});

test('a word for agreement needs five colleagues who rated every behaviour of the quality and whose lines show them all', () => {
  const word = (report: PublishedReport): PublishedReport => ({
    ...report,
    qualities: report.qualities.map((quality) => ({ ...quality, agreement: 'high' })),
  });
  const five = reportOf([line('peer', 5)], behaviour('1.1', [[4, 5]], [4, 5]), behaviour('1.2', [[4, 5]], [4, 5]));
  expect(audit(word(five), rosterOf({ peer: 5 })).findings).toEqual([]);
  const four = reportOf([line('peer', 5)], behaviour('1.1', [[4, 5]], [4, 5]), behaviour('1.2', [[4, 4]], [4, 4]));
  expect(audit(word(four), rosterOf({ peer: 5 }, { 1: ['1.2'] })).findings).toEqual([misnamed('1, agreement')]);
  const hidden = reportOf([line('peer', 5)], behaviour('1.1', [[4, 5]], [4, 5]), behaviour('1.2', [null], null));
  expect(audit(word(hidden), rosterOf({ peer: 5 })).findings).toEqual([misnamed('1, agreement')]);
});
