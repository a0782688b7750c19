import { isConfidential } from '@facet/domain-round';
import type { LeaderAnswers } from './answers';

/** Confidential raters who must have answered before even the number of their comments is told: the minimum of every promise. */
const commentMinimum = 5;

/** How many comments confidential raters wrote; null where too few of them answered, whether or not they wrote. */
export const countComments = ({ raters, comments }: LeaderAnswers): LeaderAnswers['comments'] | null =>
  raters.filter(({ group }) => isConfidential(group)).length < commentMinimum ? null : comments;
