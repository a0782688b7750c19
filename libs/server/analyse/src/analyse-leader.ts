import { disclose, rosterOf, type Line, type SentRatings } from '@facet/domain-disclosure';
import type { Framework } from '@facet/domain-framework';
import { makeAuditedSnapshot, type AuditedSnapshot, type OwnAnswers } from '@facet/domain-report';
import { confidentialGroups, isConfidential, labelOf, type ConfidentialGroupCode, type RoundPromise } from '@facet/domain-round';
import type { LeaderAnswers, RaterAnswers } from './answers';

/** One leader's report, from the same engine as a sealed round's. */
export interface AnalysedLeader extends Pick<AuditedSnapshot, 'snapshot' | 'audit'> {
  readonly leader: string;
  readonly minimum: number;
  /** Confidential groups with a row in the file. */
  readonly groups: readonly ConfidentialGroupCode[];
  readonly lines: readonly Line[];
}

/**
 * Every confidential group that has rows stands for itself: no groups are joined in advance, folding alone decides. A rater with any
 * row, were it only "not observed", counts as one who sent answers.
 */
export const analyseLeader = (framework: Framework, minimum: number, { leader, raters }: LeaderAnswers): AnalysedLeader => {
  const sheets = raters.filter(isOfConfidentialGroup);
  const groups = confidentialGroups.filter((code) => sheets.some(({ group }) => group === code));
  const promise = promiseTo(groups, minimum);
  const report = {
    framework,
    minimum,
    disclosure: disclose(framework, promise, sheets),
    comments: { withheld: 'too_few' },
    self: raters.filter(({ group }) => group === 'self').map(attributed)[0] ?? null,
    lineManagers: raters.filter(({ group }) => group === 'line_manager').map((rater) => ({ name: '', ...attributed(rater) })),
  } as const;
  const { snapshot, audit } = makeAuditedSnapshot(report, rosterOf(promise, sheets));
  return { leader, minimum, groups, lines: report.disclosure.lines, snapshot, audit };
};

const isOfConfidentialGroup = (rater: RaterAnswers): rater is RaterAnswers & SentRatings => isConfidential(rater.group);

const attributed = ({ ratings }: RaterAnswers): OwnAnswers => ({ ratings, comments: {} });

const promiseTo = (groups: readonly ConfidentialGroupCode[], minimum: number): RoundPromise => ({
  minimum,
  commentMinimum: 5,
  groups: groups.map((code) => ({ code, label: labelOf(code), members: [code] })),
});
