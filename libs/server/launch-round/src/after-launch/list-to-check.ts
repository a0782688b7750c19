import { createHash } from 'node:crypto';
import type { Invited } from '@facet/store-rounds';

/** Colleagues whom the coach has not confirmed yet: no mail to them leaves. The leader's own invitation waits for nobody. */
export const toCheck = (invited: readonly Invited[]): Invited[] => invited.filter(({ group, checked }) => group !== 'self' && !checked);

/** Stands for exactly these people in these groups: another list has another name. */
export const nameOfList = (invited: readonly Invited[]): string =>
  createHash('sha256')
    .update(JSON.stringify(toCheck(invited).map(({ invitation, email, group }) => [invitation, email, group])))
    .digest('base64url');
