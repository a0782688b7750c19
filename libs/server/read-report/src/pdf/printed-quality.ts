import type { QualityReport, ReportView } from '@facet/contract';
import {
  behavioursData,
  isWithheldByAudit,
  qualitiesToRead,
  type Question,
  questionsOf,
  readingsOf,
  withheldByAuditInWords,
} from '@facet/report-in-words';
import { type PrintedChart, printedChart, type PrintedTable, printedTable } from './printed-chart';
import { type Spoken, spoken } from './spoken';
import type { Notice, Term } from './words';

interface PrintedQuestion {
  readonly asked: string;
  readonly confidential: readonly Spoken[];
  readonly none: string;
  readonly named: readonly (Spoken & { readonly voice: 'self' | 'line-manager'; readonly who: string })[];
}
export interface PrintedQuality extends Pick<QualityReport, 'code' | 'name' | 'definition'> {
  readonly notice: Notice | null;
  readonly readings: readonly Term[];
  readonly chart: PrintedChart | null;
  /** Figures without a picture; at most one of the two. */
  readonly table: PrintedTable | null;
  readonly questions: readonly PrintedQuestion[];
}

/** The qualities as the page shows them: all of them, or where there is little to read those on which there is anything. */
export const printedQualities = (report: ReportView): PrintedQuality[] =>
  report.little
    ? qualitiesToRead(report).map(({ quality, figures, questions }) => ({
        ...named(quality),
        notice: null,
        readings: [],
        chart: null,
        table: figures && printedTable('Behaviour', figures),
        questions: questions.map(printedQuestion),
      }))
    : report.qualities.map((quality) => inFull(report, quality));

const named = ({ code, name, definition }: QualityReport): Pick<QualityReport, 'code' | 'name' | 'definition'> => ({
  code,
  name,
  definition,
});

function inFull(report: ReportView, quality: QualityReport): PrintedQuality {
  const withheld = isWithheldByAudit(quality);
  const words = report.comments.qualities.find((one) => one.quality === quality.code);
  return {
    ...named(quality),
    notice: withheld ? withheldByAuditInWords(report) : null,
    readings: withheld
      ? []
      : readingsOf(quality).map(({ about, short, sentences }) => ({ term: about, meaning: `${short}. ${sentences}` })),
    chart: printedChart('Behaviour', behavioursData(report, quality, 'framework')),
    table: null,
    questions: words ? questionsOf(report, words).map(printedQuestion) : [],
  };
}

const printedQuestion = ({ asked, confidential, note, named: under }: Question): PrintedQuestion => ({
  asked,
  confidential: confidential.map(spoken),
  none: note ?? '',
  named: under.map(({ voice, who, text }) => ({ voice, who, ...spoken(text) })),
});
