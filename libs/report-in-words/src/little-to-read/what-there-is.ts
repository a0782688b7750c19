import type { DumbbellData } from '@facet/charts';
import type { QualityReport, ReportView } from '@facet/contract';
import { listed } from '../listed';
import { type Question, questionsOf } from '../quality/questions';
import { namedFigures } from './figures';

/** A quality on which there is something to read. */
export interface QualityToRead {
  readonly quality: QualityReport;
  /** Ratings under a name; null without any. */
  readonly figures: DumbbellData | null;
  /** Questions to which words can be read, or to which the coach withholds some. */
  readonly questions: readonly Question[];
}

const hasWords = ({ confidential, named, withheld }: Question): boolean => confidential.length > 0 || named.length > 0 || withheld > 0;

/** The qualities on which there is anything to read, each with what that is. What is missing everywhere is said once, above them. */
export const qualitiesToRead = (report: ReportView): QualityToRead[] =>
  report.qualities.flatMap((quality) => {
    const figures = namedFigures(report, quality);
    const words = report.comments.qualities.find((one) => one.quality === quality.code);
    const questions = (words ? questionsOf(report, words) : [])
      .filter(hasWords)
      .map((question) => (question.withheld > 0 ? question : { ...question, note: null }));
    return figures || questions.length > 0 ? [{ quality, figures, questions }] : [];
  });

/** The qualities on which there is nothing at all, in one sentence; empty where there is something on each. */
export const nothingOn = (report: ReportView): string => {
  const toRead = new Set(qualitiesToRead(report).map(({ quality }) => quality.code));
  const left = report.qualities.filter(({ code }) => !toRead.has(code)).map(({ code, name }) => `${code} “${name}”`);
  return left.length === 0 ? '' : `There is nothing to read on ${listed(left)}.`;
};
