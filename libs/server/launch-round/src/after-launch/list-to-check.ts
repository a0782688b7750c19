import { createHash } from 'node:crypto';
import type { Invited } from '@facet/store-rounds';

/**
 * Colleagues whom the coach has not confirmed yet, or not at the address that the leader asks for: no mail to them leaves. The
 * leader's own invitation waits for nobody.
 */
export const toCheck = (invited: readonly Invited[]): Invited[] =>
  invited.filter(({ group, checked, proposed }) => group !== 'self' && (!checked || proposed !== null));

/** Who looks at a list before invitations leave. */
export type Checker = 'coach' | 'approver';

/** Whom somebody may correct, move or take out: the coach everybody, whoever checks in their stead only those who wait for the check. */
export const inReach = (as: Checker, invited: readonly Invited[]): readonly Invited[] => (as === 'coach' ? invited : toCheck(invited));

/** Stands for exactly these people at these addresses in these groups: another list has another name. */
export const nameOfList = (invited: readonly Invited[]): string =>
  createHash('sha256')
    .update(JSON.stringify(toCheck(invited).map(({ invitation, email, group, proposed }) => [invitation, email, group, proposed])))
    .digest('base64url');
