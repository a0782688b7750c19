import type { PromisedGroup } from '@facet/domain-round';
import { findExposed, type Exposed, type Viewer } from './find-exposed';
import type { PublishedLine, PublishedReport, Roster } from './published-report';
import { type Behind, type Misnamed, type QualityReading, readQuality } from './read-quality';

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

/** What the report says, quality by quality, as its reader can take it apart. */
export const readReport = (report: PublishedReport, roster: Roster): { behind: Behind; qualities: readonly QualityReading[] } => {
  const behind = report.groups.map((line) => behindLine(line, roster));
  return { behind, qualities: report.qualities.map((quality) => readQuality(quality, roster, behind)) };
};

/**
 * Checks a finished report against the promise it was made under, by other means than made it: whether each figure is what it says,
 * and whether any combination of figures depends on fewer than k confidential colleagues whom the reader does not know.
 *
 * Self and line managers stand under their names, so that every reader knows their numbers. No figure holds ratings of two qualities,
 * so each quality is searched by itself: a combination across qualities that depends on few depends on those few in each of them.
 * Verdicts and the first page are worked out from the figures checked here. A word for agreement is no linear number and has a minimum
 * of its own, which is checked.
 */
export const auditFor =
  (viewer: Viewer): AuditReport =>
  (report, roster) => {
    const { behind, qualities } = readReport(report, roster);
    const findings: Finding[] = misnamedLines(report, roster, behind).map((figure) => ({
      kind: 'not what it says',
      quality: null,
      figure,
    }));
    qualities.forEach(({ numbers, misnamed }, index) => {
      const quality = report.qualities[index]?.code ?? '';
      findings.push(...misnamed.map((figure): Finding => ({ kind: 'not what it says', quality, figure })));
      findings.push(...findExposed(numbers, roster.minimum, viewer).map((raters): Finding => ({ kind: 'exposed', quality, raters })));
    });
    return { passed: findings.length === 0, published: qualities.reduce((sum, { numbers }) => sum + numbers.length, 0), findings };
  };
