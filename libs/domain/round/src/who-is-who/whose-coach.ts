import type { AsciiDomain } from '../address';
import type { GroupCode } from '../groups';
import { ownerOf } from './owner-of';

export interface RoundOfCoach {
  readonly leader: { readonly email: string };
  /** Everybody who is or ever was asked in this round. */
  readonly colleagues: readonly { readonly email: string; readonly group: GroupCode }[];
  readonly asciiDomain: AsciiDomain;
}

export type NotTheCoach = 'the leader' | 'a line manager' | 'a colleague';

export interface RoundToGive extends RoundOfCoach {
  /** Of the organisation, whether or not they may sign in at present. */
  readonly administrators: readonly { readonly email: string }[];
}

/**
 * Why an administrator cannot give a launched round to somebody with this address; null where they can. Nobody gives a round to
 * themselves, and no administrator to another: who says what people may do would also read what was answered.
 */
export const whyNotGiven = (email: string, round: RoundToGive): NotTheCoach | 'an administrator' | null => {
  const owner = ownerOf(email, round.asciiDomain);
  const administers = round.administrators.some((one) => ownerOf(one.email, round.asciiDomain) === owner);
  return whyNotCoach(email, round) ?? (administers ? 'an administrator' : null);
};

/**
 * Why somebody with this address cannot be given a round that has been launched; null where they can. Whoever was asked in it would
 * read answers that they can subtract their own from; colleagues were promised that only the coach named to them reads first.
 * Another capital or a "+tag" does not make another person. (A leader may launch with a line manager as coach: the leader then
 * chooses both, and a line manager's answers are named.)
 */
export function whyNotCoach(email: string, { leader, colleagues, asciiDomain }: RoundOfCoach): NotTheCoach | null {
  const owner = ownerOf(email, asciiDomain);
  if (owner === ownerOf(leader.email, asciiDomain)) return 'the leader';
  const asked = colleagues.filter((colleague) => ownerOf(colleague.email, asciiDomain) === owner);
  if (asked.length === 0) return null;
  return asked.every(({ group }) => group === 'line_manager') ? 'a line manager' : 'a colleague';
}
