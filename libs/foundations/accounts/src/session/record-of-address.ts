import { type AuditEvents, recordEventIn } from '@facet/audit-log';
import type { Transaction } from '@facet/platform';
import { membershipsOf } from './memberships';

type Told =
  | 'signed_in'
  | 'signed_out'
  | 'second_factor_set'
  | 'second_factor_removed'
  | 'recovery_codes_made'
  | 'account_connected'
  | 'account_disconnected';

/** Tells the log of every organisation that an address has a role in what its owner has done. An address without a role is in no log. */
export async function recordOfAddress<Kind extends Told>(
  tx: Transaction,
  address: string,
  kind: Kind,
  detail: AuditEvents[Kind],
): Promise<void> {
  for (const { organisation, person } of await membershipsOf(tx, address))
    recordEventIn(tx, organisation, { kind, by: { person }, detail } as Parameters<typeof recordEventIn>[2]);
}
