import type { Transaction } from '@facet/platform';
import type { AnyAuditEvent } from './audit-event';

/**
 * Writes what the transaction does into the log of its organisation: with the commit, or not at all. It comes last of all, because the
 * end of the chain is locked from there on: nobody waits for more than a commit, and whoever has it waits for nobody.
 */
export function recordEvent(tx: Transaction, ...events: readonly AnyAuditEvent[]): void {
  tx.beforeCommit(() => write(tx, events));
}

/** The same for work that has no organisation yet, as signing in, in the log of one that it concerns. */
export function recordEventIn(tx: Transaction, organisation: string, ...events: readonly AnyAuditEvent[]): void {
  tx.beforeCommit(async () => {
    await tx.query(`select set_config('facet.organisation', $1, true)`, [organisation]);
    await write(tx, events);
  });
}

const write = (tx: Transaction, events: readonly AnyAuditEvent[]): Promise<unknown> =>
  tx.query('select door.record_events($1, $2)', [JSON.stringify(events.map(rowOf)), tx.now]);

/** As the columns of the table are called. */
export const rowOf = ({ kind, by, person, round, detail }: AnyAuditEvent): object => ({
  ...{ kind, person, round, detail },
  ...(typeof by === 'string' ? { doer: by } : { doer: 'person', actor: by.person }),
});
