import { type LeaderAnalysis, withheldInWords } from '@facet/contract';
import type { Framework } from '@facet/domain-framework';
import { labelOf } from '@facet/domain-round';
import { onOneLine } from '@facet/server-analyse';
import { counted } from '../framework/framework-in-words';
import { figuresTable, lineLabel, withheldLines } from './figures-table';
import { inColumns } from './in-columns';
import { statisticsTable } from './statistics-table';

interface CountedComments {
  readonly seen: number;
  readonly help: number;
}

/**
 * One leader's analysis for a person at a terminal: what `--json` prints, rounded and in words, and how many comments confidential raters
 * wrote, null where too few of them answered to say.
 */
export const reportInWords = (analysis: LeaderAnalysis, framework: Framework, comments: CountedComments | null): string =>
  [
    onOneLine(analysis.leader),
    `Scale of ${analysis.scale.min} to ${analysis.scale.max}. A number is shown where at least ${analysis.minGroup} confidential raters stand behind it.`,
    ...section('Groups', inColumns(analysis.groups.map(groupInWords))),
    ...section('First page', firstPageInWords(analysis.firstPage)),
    ...section('Qualities and their behaviours (number of ratings)', figuresTable(analysis, framework)),
    ...section('Not shown', withheldLines(analysis)),
    ...section('Over the raw file, without any protection', statisticsTable(analysis.statistics ?? [])),
    '',
    commentsInWords(comments),
    auditInWords(analysis),
    '',
  ].join('\n');

const section = (heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', heading, ...lines.map((line) => `  ${line}`)];

const groupInWords = ({ group, shownAs, raters }: LeaderAnalysis['groups'][number]): string[] => {
  if (shownAs === null) return [labelOf(group), `not shown: ${withheldInWords.too_few}`];
  const many = counted(raters ?? 0, 'rater');
  return [labelOf(group), shownAs === group ? many : `in “${lineLabel(shownAs)}”, ${many}`];
};

const firstPageInWords = ({ confirmedStrengths, blindSpots, hiddenStrengths }: LeaderAnalysis['firstPage']): string[] => {
  const listed = (codes: readonly string[]): string => (codes.length === 0 ? 'none' : codes.join(', '));
  return inColumns([
    ['Confirmed strengths', listed(confirmedStrengths)],
    ['Blind spots', listed(blindSpots)],
    ['Hidden strengths', listed(hiddenStrengths)],
  ]);
};

const commentsInWords = (comments: CountedComments | null): string =>
  comments === null
    ? `Comments: ${withheldInWords.too_few} to say how many were written.`
    : `Comments of confidential raters: ${comments.seen} on what was seen, ${comments.help} on what would help. They are counted and never printed.`;

const auditInWords = ({ audit, minGroup }: LeaderAnalysis): string => {
  if (!audit.passed) return 'A second check found numbers that could be traced back. The qualities that they belong to are withheld.';
  return audit.published === 0
    ? 'Checked a second time: no number above rests on confidential raters.'
    : `Checked a second time: no combination of the ${counted(audit.published, 'number')} above that rest on confidential raters depends on fewer than ${minGroup} of them.`;
};
