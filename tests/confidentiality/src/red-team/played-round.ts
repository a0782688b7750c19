import type { GroupCode, ReportView } from '@facet/contract';
import type { ColleagueAnswers } from './colleagues';

/** The truth about one answer, which no attacker has. */
export interface Sent {
  readonly invitation: string;
  readonly name: string;
  readonly email: string;
  readonly group: GroupCode;
  readonly answers: ColleagueAnswers;
}

/** A sealed round with the truth about it: who sent what, first to last. */
export interface PlayedRound {
  readonly id: string;
  readonly sent: readonly Sent[];
  /** As its coach reads it. */
  readonly report: ReportView;
}
