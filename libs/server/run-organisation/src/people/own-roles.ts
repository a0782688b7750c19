import { ownerOf } from '@facet/domain-round';
import { asciiDomain } from '@facet/platform';
import type { StaffMember } from '@facet/store-rounds';
import type { Desk } from './people-door';

/** Whether an address is the administrator's own: that which they sign in with, or another of the same mailbox. */
export function isTheirOwn(email: string, { by, staff }: Pick<Desk, 'by' | 'staff'>): boolean {
  const owner = (address: string): string => ownerOf(address, asciiDomain);
  return staff.some((member) => member.id === by && owner(member.email) === owner(email));
}

/**
 * Whether an administrator would give themselves a role. Whoever could would give themselves that of a coach, then a round, and read
 * a report before anybody has released it: for that it takes another administrator.
 */
export const givesThemselves = (
  wanted: Pick<StaffMember, 'email' | 'roles'>,
  before: Pick<StaffMember, 'roles'> | undefined,
  desk: Pick<Desk, 'by' | 'staff'>,
): boolean => isTheirOwn(wanted.email, desk) && wanted.roles.some((role) => !before?.roles.includes(role));
