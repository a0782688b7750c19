import type { AsciiDomain } from '../address';
import { isConfidential, labelOf, type GroupCode, type InvitedGroupCode } from '../groups';
import type { RoundPromise } from '../promise';
import { ownerOf } from './owner-of';

/** One of a round's raters, as far as changing the list is concerned. */
export interface OnTheList {
  readonly email: string;
  readonly group: GroupCode;
  /** The coach has confirmed this colleague, so that their invitation may have left. */
  readonly checked: boolean;
}

/** The groups that a round's colleagues can be in: those that were promised, and line managers, who are in no promise. */
export const openGroups = ({ groups }: Pick<RoundPromise, 'groups'>): { code: InvitedGroupCode; label: string }[] =>
  (['line_manager', ...groups.flatMap(({ members }) => members)] as const).map((code) => ({ code, label: labelOf(code) }));

interface RoundOfMove {
  readonly promise: RoundPromise;
  readonly coach: { readonly email: string };
  readonly asciiDomain: AsciiDomain;
}

export type NotTheirGroup = 'the leader' | 'invited already' | 'not promised' | 'the coach';

/**
 * Why a colleague cannot be put into the group `to`; null where they can. Only until the coach has confirmed them: until then
 * they have no link and nothing to answer, so that "before the first answer" is certain without looking whether anybody has
 * answered, and a refusal tells nothing.
 */
export function whyNotMove({ email, group, checked }: OnTheList, to: InvitedGroupCode, round: RoundOfMove): NotTheirGroup | null {
  if (group === 'self') return 'the leader';
  if (checked) return 'invited already';
  if (!openGroups(round.promise).some(({ code }) => code === to)) return 'not promised';
  const isCoach = ownerOf(email, round.asciiDomain) === ownerOf(round.coach.email, round.asciiDomain);
  return isCoach && isConfidential(to) ? 'the coach' : null;
}

/** The leader's own view belongs to the round: it is not taken out, moved or led to another address. */
export const mayBeTakenOut = ({ group }: Pick<OnTheList, 'group'>): boolean => group !== 'self';
