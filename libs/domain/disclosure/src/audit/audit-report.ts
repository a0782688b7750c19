import type { PromisedGroup } from '@facet/domain-round';
import { findExposed, type Exposed, type Viewer } from './find-exposed';
import type { PublishedLine, PublishedQuality, PublishedReport, Roster } from './published-report';
import { type Behind, type Misnamed, type QualityReading, readQuality } from './read-quality';
import { commentsFigure, misjudged, misstated } from './read-words';

export type Finding =
  /** Numbers of this quality combine to something that depends on these confidential colleagues only, who are fewer than k. */
  | { readonly kind: 'exposed'; readonly quality: string; readonly raters: Exposed }
  /** A figure that the roster, or other figures of the report, contradict. Quality null: the figure stands above all qualities. */
  | { readonly kind: 'not what it says'; readonly quality: string | null; readonly figure: Misnamed };

export interface Audit {
  /** True when there are no findings. */
  readonly passed: boolean;
  /** How many published figures that rest on confidential colleagues were checked: means, scores and gaps. */
  readonly published: number;
  readonly findings: readonly Finding[];
}

/** Whether it is about the comments of a report, which no figure rests on. */
export const isOfComments = (finding: Finding): boolean => finding.kind === 'not what it says' && finding.figure === commentsFigure;

/** An audit of a finished report. Takes the published numbers and the roster, and nothing of how the numbers were made. */
export type AuditReport = (report: PublishedReport, roster: Roster) => Audit;

/** The roster's colleagues behind a line: a line of its own holds the promised group of its code, a folded one those it names. */
const behindLine = ({ code, label, folded, withheld }: PublishedLine, { promised, raters }: Roster): number[] => {
  if (withheld !== null) return [];
  const holds = (group: PromisedGroup): boolean =>
    folded.length === 0 ? group.code === code && group.label === label : folded.includes(group.label);
  const groups = promised.filter(holds);
  return raters.flatMap(({ group }, index) => (groups.some(({ members }) => members.includes(group)) ? [index] : []));
};

/** A line counts its colleagues, who are k or more, or it counts nothing. */
const isLine = ({ raters, withheld }: PublishedLine, behind: readonly number[], minimum: number): boolean =>
  withheld === null ? raters === behind.length && raters >= minimum : raters === null;

const misnamedLines = (report: PublishedReport, { minimum }: Roster, behind: Behind): Misnamed[] => [
  ...(report.minimum === minimum ? [] : ['minimum']),
  ...report.groups.flatMap((line, index) => (isLine(line, behind[index] ?? [], minimum) ? [] : [`line ${index + 1}`])),
];

const linesOf = (report: PublishedReport, roster: Roster): Behind => report.groups.map((line) => behindLine(line, roster));

/** What the report says, quality by quality, as its reader can take it apart. One at a time: hundreds of colleagues weigh in each. */
export function* readReport(report: PublishedReport, roster: Roster): Generator<QualityReading & { readonly quality: PublishedQuality }> {
  const behind = linesOf(report, roster);
  for (const quality of report.qualities) yield { quality, ...readQuality(quality, roster, behind) };
}

const notWhatItSays = (quality: string | null, figures: readonly Misnamed[]): Finding[] =>
  figures.map((figure) => ({ kind: 'not what it says', quality, figure }));

/**
 * Checks a finished report against the promise it was made under, by other means than made it: whether each figure is what it says,
 * and whether any combination of figures depends on fewer than k confidential colleagues whom the reader does not know.
 *
 * Self and line managers stand under their names, so that every reader knows their numbers. No figure holds ratings of two qualities,
 * so each quality is searched by itself: a combination across qualities that depends on few depends on those few in each of them.
 * Verdicts, classifications and the first page must be what the definitions make of the figures that are shown, or they would tell of
 * something that is not. Comments and the word for agreement are no linear numbers and have minimums of their own, which are checked.
 */
export const auditFor =
  (viewer: Viewer): AuditReport =>
  (report, roster) => {
    const above = [...misnamedLines(report, roster, linesOf(report, roster)), ...misstated(report, roster)];
    const findings = notWhatItSays(null, above);
    let published = 0;
    for (const { quality, numbers, misnamed } of readReport(report, roster)) {
      findings.push(...notWhatItSays(quality.code, [...misnamed, ...misjudged(quality, report.scale.points.length)]));
      for (const raters of findExposed(numbers, roster.minimum, viewer)) findings.push({ kind: 'exposed', quality: quality.code, raters });
      published += numbers.length;
    }
    return { passed: findings.length === 0, published, findings };
  };
