import { findExposed } from '@facet/domain-disclosure';
import { auditForReaders } from '@facet/domain-report';
import { expect, test } from '@jest/globals';
import { hardNumbers, reportOf, sampleRound } from './sample-round';

test.each([
  [10, 3],
  [20, 3],
  [30, 3],
  [60, 3],
  [60, 5],
])('the round of %i colleagues that is measured has a report with numbers to audit, and it passes', (raters, minimum) => {
  const round = sampleRound(raters, minimum);
  const { passed, published } = auditForReaders(reportOf(round), round.roster);
  expect(passed).toBe(true);
  expect(published).toBeGreaterThanOrEqual(30 * 2);
  expect(sampleRound(raters, minimum)).toEqual(round);
});

test('the search that is measured as the longest finds nothing and is not cut short', () => {
  expect(findExposed(hardNumbers(12, 6), 3, { knows: [] })).toEqual([]);
  expect(findExposed(hardNumbers(12, 11), 3, { knows: [] })).not.toEqual([]);
});
