import { auditFor, withholdQualities, type Audit, type AuditReport, type Disclosure, type Roster } from '@facet/domain-disclosure';
import { makeSnapshot, type ReportInput } from './make-snapshot';
import type { Snapshot } from './snapshot';

export interface AuditedSnapshot {
  /** A report in which the audit finds nothing. */
  readonly snapshot: Snapshot;
  /** What the snapshot was made of: the cells that may be kept. */
  readonly disclosure: Disclosure;
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
 * For everyone who reads a report: its coach, its leader, and a line manager who answered. What the leader and line managers said
 * stands in it under their names, so the three know the same. No confidential colleague of a round is ever among its readers (the rules
 * of who is who refuse it): they would know their own ratings, and their group would need one colleague more.
 */
export const auditForReaders: AuditReport = auditFor({ knows: [] });

const qualitiesOf = ({ findings }: Audit, { framework }: ReportInput): string[] =>
  framework.qualities.map(({ code }) => code).filter((code) => findings.some(({ quality }) => quality === null || quality === code));

const repeated = (input: ReportInput, roster: Roster, auditReport: AuditReport, withheld: readonly string[]): AuditedSnapshot => {
  const disclosure = withheld.length === 0 ? input.disclosure : withholdQualities(input.framework, input.disclosure, withheld);
  const snapshot = makeSnapshot({ ...input, disclosure });
  const audit = auditReport(snapshot, roster);
  if (audit.passed) return { snapshot, disclosure, audit: { passed: withheld.length === 0, published: audit.published }, withheld };
  const found = qualitiesOf(audit, input);
  if (found.every((code) => withheld.includes(code)))
    throw new Error('The audit finds fault with a report from which everything that it named is withheld already.');
  return repeated(input, roster, auditReport, [...new Set([...withheld, ...found])].toSorted(inOrderOf(input)));
};

const inOrderOf = ({ framework }: ReportInput) => {
  const codes = framework.qualities.map(({ code }) => code);
  return (a: string, b: string): number => codes.indexOf(a) - codes.indexOf(b);
};

/**
 * Makes the report of a sealed round and has it audited. A quality in which the audit finds anything is withheld, with everything
 * that rests on it, and the report is made and audited again, until nothing is found.
 *
 * @param roster who sent answers and what they rated (`rosterOf`)
 * @throws Error where the audit still finds something with every quality it names withheld: the report cannot be made
 */
export const makeAuditedSnapshot = (input: ReportInput, roster: Roster, auditReport: AuditReport = auditForReaders): AuditedSnapshot =>
  repeated(input, roster, auditReport, []);
