import type { Membership, Principal } from '@facet/platform';

/** Where somebody leads; the guard has let nobody else in. Who leads in several organisations launches in the first. */
export function leading({ memberships }: Principal): Membership {
  const membership = memberships.find(({ roles }) => roles.includes('leader'));
  if (!membership) throw new Error('the guard lets in leaders only');
  return membership;
}
