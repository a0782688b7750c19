import {
  type Audit,
  auditFor,
  type AuditReport,
  type Comments,
  type Disclosure,
  isOfComments,
  isWithheld,
  type Roster,
  type Viewer,
  withholdQualities,
} from '@facet/domain-disclosure';
import { makeSnapshot, type ReportInput } from './make-snapshot';
import type { Snapshot } from './snapshot';

export interface AuditedSnapshot {
  /** A report in which the audit finds nothing. */
  readonly snapshot: Snapshot;
  /** What the snapshot was made of: the cells and the comments that may be kept. */
  readonly disclosure: Disclosure;
  readonly comments: Comments;
  readonly audit: {
    /** Whether the audit found nothing in the report as it was first made. By construction it is always true. */
    readonly passed: boolean;
    /** Published figures of the snapshot that were checked. */
    readonly published: number;
  };
  /** Codes of the qualities that had to be withheld, in the framework's order; empty where the audit passed. */
  readonly withheld: readonly string[];
}

/**
 * For a reader of a report who is none of its confidential colleagues: what the leader and line managers said stands in it under their
 * names, so its coach, its leader and a line manager who answered know the same.
 */
export const auditForReaders: AuditReport = auditFor({ knows: [] });

/** One report for all: what must not be shown to one reader is shown to none. */
const auditForEach =
  (audits: readonly AuditReport[]): AuditReport =>
  (report, roster) => {
    const all = audits.map((audit) => audit(report, roster));
    return {
      passed: all.every(({ passed }) => passed),
      published: Math.max(...all.map(({ published }) => published)),
      findings: all.flatMap(({ findings }) => findings),
    };
  };

/** Codes of the qualities in which the audit finds anything: all, where it is a figure that stands above them. */
const qualitiesOf = ({ findings }: Audit, { framework }: ReportInput): string[] => {
  const found = findings.filter((finding) => !isOfComments(finding));
  return framework.qualities.map(({ code }) => code).filter((code) => found.some(({ quality }) => quality === null || quality === code));
};

const repeated = (
  input: ReportInput,
  roster: Roster,
  audit: AuditReport,
  { qualities, comments }: { readonly qualities: readonly string[]; readonly comments: Comments },
): AuditedSnapshot => {
  const disclosure = qualities.length === 0 ? input.disclosure : withholdQualities(input.framework, input.disclosure, qualities);
  const snapshot = makeSnapshot({ ...input, disclosure, comments });
  const made = audit(snapshot, roster);
  if (made.passed) {
    const passed = qualities.length === 0 && comments === input.comments;
    return { snapshot, disclosure, comments, audit: { passed, published: made.published }, withheld: qualities };
  }
  const found = qualitiesOf(made, input);
  const blamed = made.findings.some(isOfComments);
  if (found.every((code) => qualities.includes(code)) && (!blamed || isWithheld(comments)))
    throw new Error('The audit finds fault with a report from which everything that it named is withheld already.');
  return repeated(input, roster, audit, {
    qualities: [...new Set([...qualities, ...found])].toSorted(inOrderOf(input)),
    comments: blamed ? { withheld: 'too_few' } : comments,
  });
};

const inOrderOf = ({ framework }: ReportInput) => {
  const codes = framework.qualities.map(({ code }) => code);
  return (a: string, b: string): number => codes.indexOf(a) - codes.indexOf(b);
};

/**
 * Makes the report of a sealed round and has it audited. A quality in which the audit finds anything is withheld, with everything
 * that rests on it, and so are the comments; the report is made and audited again, until nothing is found.
 *
 * @param roster who sent answers and what they rated (`rosterOf`)
 * @param readers what each reader of the report knows of the roster. The rules of who is who see to it that no confidential colleague
 * is among them; should one be all the same, their group needs one colleague more.
 * @throws Error where the audit still finds something with all that it names withheld: the report cannot be made
 */
export const makeAuditedSnapshot = (
  input: ReportInput,
  roster: Roster,
  readers: readonly Viewer[] = [],
  auditReport: AuditReport = auditForReaders,
): AuditedSnapshot => {
  const colleagues = readers.filter(({ knows }) => knows.length > 0);
  return repeated(input, roster, auditForEach([auditReport, ...colleagues.map(auditFor)]), { qualities: [], comments: input.comments });
};
