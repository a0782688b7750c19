import { dumbbell, type DumbbellData, onPaper, type Table, toSvgText } from '@facet/charts';
import { clearlyInWords, type QualityReport, type ReportView } from '@facet/contract';
import {
  behavioursData,
  comparedIn,
  countedOnce,
  definitionsOf,
  howMade,
  isNearlyEmpty,
  isWithheldByAudit,
  type Leading,
  leadingLists,
  type LeadingList,
  limitsFor,
  nearlyEmptyInWords,
  neverGuess,
  qualitiesData,
  questionsOf,
  readingsOf,
  whatItRestsOn,
  whatItSays,
  whoIsShown,
  whoStandsHere,
  withheldByAuditInWords,
  wordsUsed,
} from '@facet/report-in-words';
import { type Spoken, spoken } from './spoken';

interface Term {
  readonly term: string;
  readonly meaning: string;
}
interface Notice {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}
interface PrintedChart {
  readonly svg: string;
  readonly summary: string;
  readonly caption: string;
  readonly table: { readonly head: string } & Pick<Table, 'columns' | 'rows'>;
}
interface PrintedQuestion {
  readonly asked: string;
  readonly confidential: readonly Spoken[];
  readonly none: string;
  readonly named: readonly (Spoken & { readonly voice: 'self' | 'line-manager'; readonly who: string })[];
}
interface PrintedQuality extends Pick<QualityReport, 'code' | 'name' | 'definition'> {
  readonly notice: Notice | null;
  readonly readings: readonly Term[];
  readonly chart: PrintedChart;
  readonly questions: readonly PrintedQuestion[];
}

/** What `typst/report.typ` sets, in its order: plain words and pictures, no markup. */
export interface ReportDocument {
  readonly title: string;
  readonly about: string;
  readonly organisation: string;
  readonly foot: string;
  readonly over: string;
  readonly leader: string;
  readonly lede: string;
  readonly notice: Notice | null;
  readonly message: string;
  readonly says: string;
  readonly lists: readonly (Omit<LeadingList, 'behaviours'> & { readonly behaviours: readonly Leading[] })[];
  readonly clearly: string;
  readonly people: readonly Term[];
  readonly counted: string;
  readonly overview: readonly PrintedChart[];
  readonly words: readonly Term[];
  readonly qualities: readonly PrintedQuality[];
  readonly howMade: string;
  readonly definitions: readonly Term[];
  readonly neverGuess: string;
  readonly limits: readonly Term[];
}

/** The report as the page shows it to the same reader, in the page's words. */
export function reportDocument(report: ReportView): ReportDocument {
  const { framework, leader, organisation } = report;
  const empty = isNearlyEmpty(report);
  const lists = comparedIn(report) === 0 ? [] : leadingLists(report);
  return {
    title: `Report of ${leader}`,
    about: `${framework.name}, version ${framework.version}; answers counted on ${report.sealedOn}`,
    organisation,
    foot: `Confidential · ${leader} · ${organisation}`,
    over: `Report · ${framework.name}, version ${framework.version} · ${organisation}`,
    leader,
    lede: ledeOf(report),
    notice: empty ? { heading: nearlyEmptyInWords.heading, paragraphs: [nearlyEmptyInWords.text] } : null,
    message: [whoStandsHere(report), whatItRestsOn(report)].join(' ').trim(),
    says: whatItSays(report),
    lists,
    clearly: `Each list holds at most three behaviours. ${clearlyInWords(report.rules)} What the words mean is said at the end.`,
    people: whoIsShown(report).map(({ who, how }) => ({ term: who, meaning: how })),
    counted: countedOnce(report),
    overview: empty ? [] : [printed('Quality', qualitiesData(report, 'framework'))],
    words: wordsUsed(report).map(({ word, meaning }) => ({ term: word, meaning })),
    qualities: report.qualities.map((quality) => printedQuality(report, quality)),
    howMade,
    definitions: definitionsOf(report),
    neverGuess,
    limits: limitsFor(report).map(({ what, text }) => ({ term: what, meaning: text })),
  };
}

function ledeOf({ as, coach, leader, releasedOn }: ReportView): string {
  if (releasedOn === null) return `For ${coach}, the coach, alone: ${leader} sees this report once it is released.`;
  return as === 'leader'
    ? `${coach} released this report to you on ${releasedOn}. It is for the two of you.`
    : `Released to ${leader} by ${coach} on ${releasedOn}. It is for the two of you.`;
}

function printedQuality(report: ReportView, quality: QualityReport): PrintedQuality {
  const withheld = isWithheldByAudit(quality);
  const readings = isNearlyEmpty(report) || withheld ? [] : readingsOf(quality);
  const words = report.comments.qualities.find((one) => one.quality === quality.code);
  return {
    code: quality.code,
    name: quality.name,
    definition: quality.definition,
    notice: withheld ? withheldByAuditInWords(report) : null,
    readings: readings.map(({ about, short, sentences }) => ({ term: about, meaning: `${short}. ${sentences}` })),
    chart: printed('Behaviour', behavioursData(report, quality, 'framework')),
    questions: words
      ? questionsOf(report, words).map(({ asked, confidential, note, named }) => ({
          asked,
          confidential: confidential.map(spoken),
          none: note ?? '',
          named: named.map(({ voice, who, text }) => ({ voice, who, ...spoken(text) })),
        }))
      : [],
  };
}

/** Wide enough for labels to stand beside their lines; the sheet scales it to its measure. */
const WIDTH = 880;

function printed(head: string, data: DumbbellData): PrintedChart {
  const { drawing, summary, table } = dumbbell(data, WIDTH);
  return {
    svg: toSvgText(drawing, summary, onPaper),
    summary,
    caption: table.caption,
    table: { head, columns: table.columns, rows: table.rows },
  };
}
