import type { ConfidentialGroupCode, GroupCode } from '../groups';
import type { RoundPromise } from '../promise';

/** A round's list, as far as it has changed since its links left. */
export interface ChangedList {
  /** `version` counts the links that a colleague was given, from 1. */
  readonly asked: readonly { readonly group: GroupCode; readonly version: number }[];
  /** Whoever was taken out before the coach had confirmed them had no link, and nothing to answer. */
  readonly takenOut: readonly { readonly group: GroupCode; readonly checked: boolean }[];
}

/**
 * Codes of the promised groups from which answers may have been taken away: a colleague was taken out after the coach had confirmed
 * them, or was given a new link, whose page begins empty. Before the report nothing more may be said of how many answered in these, or
 * the word before and the word after would tell whether that one colleague had. A function of the list alone, never of an answer.
 */
export const changedGroups = ({ groups }: Pick<RoundPromise, 'groups'>, { asked, takenOut }: ChangedList): ConfidentialGroupCode[] => {
  const touched: readonly GroupCode[] = [
    ...asked.filter(({ version }) => version > 1).map(({ group }) => group),
    ...takenOut.filter(({ checked }) => checked).map(({ group }) => group),
  ];
  return groups.filter(({ members }) => members.some((member) => touched.includes(member))).map(({ code }) => code);
};
