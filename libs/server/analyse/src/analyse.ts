import type { LeaderAnalysis } from '@facet/contract';
import type { Framework } from '@facet/domain-framework';
import { analyseLeader } from './analyse-leader';
import { analysisOf } from './analysis-of-leader';
import type { LeaderAnswers } from './answers';
import { rawStatistics } from './raw-statistics';

export interface Wanted {
  /** k, 3 to 5. */
  readonly minimum: number;
  /** Adds what gives single raters away. */
  readonly unprotected: boolean;
}

/** One leader's answers as what may be shown of them. The same answers give the same analysis, whatever the order of their rows. */
export const analyse = (framework: Framework, answers: LeaderAnswers, { minimum, unprotected }: Wanted): LeaderAnalysis => ({
  ...analysisOf(analyseLeader(framework, minimum, answers)),
  ...(unprotected && { statistics: rawStatistics(framework, answers) }),
});
