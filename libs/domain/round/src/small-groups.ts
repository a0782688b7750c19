import { confidentialGroups, labelOf, type ConfidentialGroupCode, type GroupCode, type Invited } from './groups';

/** A confidential group with fewer invited than this asks the leader: invite more, or answer together with another. */
export const SMALL_GROUP = 4;

/** What a leader chose for a small group: the group that it answers together with, or to stand by itself. */
export type Together = { readonly [group in GroupCode]?: GroupCode | 'alone' | undefined };

export interface TogetherChoice {
  readonly value: ConfidentialGroupCode | 'alone';
  readonly label: string;
}

/**
 * The groups that ask the leader, in the order of all groups: someone is invited, but fewer than four or than the minimum
 * (3 to 5). A group that another one joins has its answer already.
 */
export function smallGroups(invited: Invited, minimum: number, together: Together = {}): ConfidentialGroupCode[] {
  const isSmall = (code: ConfidentialGroupCode) => invited[code] > 0 && invited[code] < Math.max(SMALL_GROUP, minimum);
  const isJoined = (code: ConfidentialGroupCode) =>
    confidentialGroups.some((other) => other !== code && isSmall(other) && together[other] === code);
  return confidentialGroups.filter((code) => isSmall(code) && !(isJoined(code) && !joins(together[code])));
}

/** What is offered to a small group; `alone` only where its own colleagues can reach the minimum. Empty: invite more. */
export function choices(invited: Invited, minimum: number, group: ConfidentialGroupCode): TogetherChoice[] {
  const partners = confidentialGroups
    .filter((code) => code !== group && invited[code] > 0)
    .map((code) => ({ value: code, label: `Answer together with ${labelOf(code).toLowerCase()}` }));
  const alone = { value: 'alone' as const, label: 'Stay a group of their own, and perhaps not be shown' };
  return invited[group] >= minimum ? [...partners, alone] : partners;
}

const joins = (choice: Together[GroupCode]): boolean => choice !== undefined && choice !== 'alone';
