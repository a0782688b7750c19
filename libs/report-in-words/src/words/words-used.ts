import type { DumbbellData } from '@facet/charts';
import { type ReportView, Verdict, verdictInWords, withheldInWords, WithheldReason } from '@facet/contract';
import { namedFigures, shownFigures } from '../little-to-read/figures';
import { behavioursData, missingInWords, qualitiesData } from '../quality/chart-data';
import { withheldInFull } from './withheld-in-full';

/** A word of the tables and what it means. */
export interface WordUsed {
  readonly word: string;
  readonly meaning: string;
}

const meanings = (minimum: number): WordUsed[] => [
  ...Verdict.options.map((verdict) => ({ word: verdictInWords[verdict].short, meaning: verdictInWords[verdict].sentence })),
  { word: missingInWords.gap, meaning: 'Self or all others is missing here, so there is no gap.' },
  ...WithheldReason.options.map((reason) => ({ word: withheldInWords[reason], meaning: withheldInFull(minimum)[reason] })),
  { word: missingInWords.notObserved, meaning: 'This person had not observed it, or did not answer. It counts as no number at all.' },
  { word: missingInWords.notSent, meaning: 'No self-assessment was sent.' },
  {
    word: missingInWords.nothingToCompare,
    meaning: 'All others are not shown here, and self is averaged over the same behaviours as they.',
  },
];

const wordsIn = ({ series, rows }: DumbbellData): string[] => {
  const compares = series.some(({ voice }) => voice === 'others');
  return rows.flatMap(({ points, gap, verdict }) => [
    ...points.flatMap((point) => ('why' in point ? [point.why] : [])),
    ...(compares && gap === null ? [missingInWords.gap] : []),
    ...(verdict === null ? [] : [verdict]),
  ]);
};

const tablesOf = (report: ReportView): (DumbbellData | null)[] =>
  report.little
    ? [shownFigures(report), ...report.qualities.map((quality) => namedFigures(report, quality))]
    : [qualitiesData(report, 'framework'), ...report.qualities.map((quality) => behavioursData(report, quality, 'framework'))];

/** Every word that stands beside a gap or in place of a number in this report, once, with its meaning; no word that does not occur. */
export const wordsUsed = (report: ReportView): WordUsed[] => {
  const used = new Set(tablesOf(report).flatMap((table) => (table ? wordsIn(table) : [])));
  return meanings(report.minimum).filter(({ word }) => used.has(word));
};
