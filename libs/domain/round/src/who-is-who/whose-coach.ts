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
