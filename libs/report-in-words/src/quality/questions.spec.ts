import { expect, test } from '@jest/globals';
import type { ReportView } from '@facet/contract';
import { example, nearlyEmpty } from '../report.examples';
import { questionsOf } from './questions';

const notes = (report: ReportView, quality = 0): (string | null)[] => {
  const words = report.comments.qualities[quality];
  return words ? questionsOf(report, words).map(({ note }) => note) : [];
};
const withheld = (count: number): ReportView => ({
  ...example,
  comments: { ...example.comments, withheldByCoach: [{ quality: '1', question: 'help', count }] },
});

test('where the coach withholds comments the report says how many, and never that nobody wrote', () => {
  expect(notes(withheld(1))).toEqual([null, 'One comment here is withheld by the coach.']);
  expect(notes(withheld(2))).toEqual([null, '2 comments here are withheld by the coach.']);
  expect(notes(withheld(2), 1)).toEqual(['No colleague wrote anything here.', 'No colleague wrote anything here.']);
});

test('where too few answered for comments to be shown, the report says that instead', () => {
  expect(notes(nearlyEmpty)[0]).toContain('too few answered');
});
