import { ownerOf } from './owner-of';
import { whyNotCoach, type NotTheCoach, type RoundOfCoach } from './whose-coach';

export interface RoundToCheck extends RoundOfCoach {
  readonly coach: { readonly email: string };
}

export type NotTheApprover = 'the coach' | NotTheCoach;

/**
 * Why somebody with this address cannot check the list of a round in its coach's stead; null where they can. Nobody vouches for a list
 * on which they stand, a leader not for their own, and whoever was ever asked in the round not for those beside them; the coach checks
 * it as it is. Another capital or a "+tag" does not make another person. An administrator may: checking a list opens no report.
 */
export const whyNotApprover = (email: string, round: RoundToCheck): NotTheApprover | null =>
  ownerOf(email, round.asciiDomain) === ownerOf(round.coach.email, round.asciiDomain) ? 'the coach' : whyNotCoach(email, round);
