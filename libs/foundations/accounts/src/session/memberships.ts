import type { Membership, Transaction } from '@facet/platform';

/** What an address may do, and where; empty for an address that nobody with a role has. Never remembered: a lost role works at once. */
export const membershipsOf = (tx: Transaction, address: string): Promise<Membership[]> =>
  tx.query<Membership>(`select organisation, person, roles from door.people_at($1)`, [address]);
