import { clearlyInWords, type ReportView } from '@facet/contract';
import {
  comparedIn,
  countedOnce,
  definitionsOf,
  howMade,
  type Leading,
  leadingLists,
  type LeadingList,
  limitsFor,
  littleInWords,
  neverGuess,
  nothingOn,
  qualitiesData,
  shownFigures,
  whatItRestsOn,
  whatItSays,
  whoIsShown,
  whoStandsHere,
  wordsUsed,
} from '@facet/report-in-words';
import { type PrintedChart, printedChart, type PrintedView, printedViews } from './printed-chart';
import { printedQualities, type PrintedQuality } from './printed-quality';
import type { Notice, Term } from './words';

/** What `typst/report.typ` sets, in its order: plain words and pictures, no markup. */
export interface ReportDocument {
  readonly title: string;
  readonly about: string;
  readonly organisation: string;
  readonly foot: string;
  readonly over: string;
  readonly leader: string;
  readonly lede: string;
  /** In place of the main points, where there is little to read: then nothing of a main point is given, and qualities share sheets. */
  readonly little: (Notice & { readonly steps: readonly Term[] }) | null;
  readonly message: string;
  readonly says: string;
  readonly lists: readonly (Omit<LeadingList, 'behaviours'> & { readonly behaviours: readonly Leading[] })[];
  readonly clearly: string;
  readonly people: readonly Term[];
  readonly counted: string;
  readonly overview: { readonly heading: string; readonly chart: PrintedChart } | null;
  readonly views: readonly PrintedView[];
  readonly words: readonly Term[];
  /** How many the framework has. */
  readonly facets: number;
  readonly qualities: readonly PrintedQuality[];
  /** Qualities on which there is nothing to read, in a sentence; empty where there are none. */
  readonly nothingOn: string;
  readonly howMade: string;
  readonly definitions: readonly Term[];
  readonly neverGuess: string;
  readonly limits: readonly Term[];
}

/** The report as the page shows it to the same reader, in the page's words. */
export function reportDocument(report: ReportView): ReportDocument {
  const { framework, leader, organisation } = report;
  return {
    title: `Report of ${leader}`,
    about: `${framework.name}, version ${framework.version}; answers counted on ${report.sealedOn}`,
    organisation,
    foot: `Confidential · ${leader} · ${organisation}`,
    over: `Report · ${framework.name}, version ${framework.version} · ${organisation}`,
    leader,
    lede: ledeOf(report),
    ...(report.little ? littleOf(report) : messageOf(report)),
    people: whoIsShown(report).map(({ who, how }) => ({ term: who, meaning: how })),
    counted: countedOnce(report),
    words: wordsUsed(report).map(({ word, meaning }) => ({ term: word, meaning })),
    facets: report.qualities.length,
    qualities: printedQualities(report),
    howMade,
    definitions: definitionsOf(report),
    neverGuess,
    limits: limitsFor(report).map(({ what, text }) => ({ term: what, meaning: text })),
  };
}

type Opening = Pick<ReportDocument, 'little' | 'message' | 'says' | 'lists' | 'clearly' | 'overview' | 'views' | 'nothingOn'>;

const messageOf = (report: ReportView): Opening => ({
  little: null,
  message: `${whoStandsHere(report)} ${whatItRestsOn(report)}`,
  says: whatItSays(report),
  lists: comparedIn(report) === 0 ? [] : leadingLists(report),
  clearly: `Each list holds at most three behaviours. ${clearlyInWords(report.rules)} What the words mean is said at the end.`,
  overview: { heading: 'The qualities', chart: printedChart('Quality', qualitiesData(report, 'framework')) },
  views: printedViews(report),
  nothingOn: '',
});

const littleOf = (report: ReportView): Opening => {
  const { heading, paragraphs, steps } = littleInWords(report);
  const shown = shownFigures(report);
  return {
    little: { heading, paragraphs, steps: steps.map(({ what, how }) => ({ term: what, meaning: how })) },
    ...{ message: '', says: '', lists: [], clearly: '', views: [] },
    overview: shown && { heading: 'What colleagues rated', chart: printedChart('Behaviour', shown) },
    nothingOn: nothingOn(report),
  };
};

function ledeOf({ as, coach, leader, releasedOn }: ReportView): string {
  if (releasedOn === null) return `For ${coach}, the coach, alone: ${leader} sees this report once it is released.`;
  return as === 'leader'
    ? `${coach} released this report to you on ${releasedOn}. It is for the two of you.`
    : `Released to ${leader} by ${coach} on ${releasedOn}. It is for the two of you.`;
}
