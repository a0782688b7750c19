import type { AnyAuditEvent } from './audit-event';
import { rowOf } from './record-event';

interface Connection {
  query<Rows>(sql: string, parameters?: readonly unknown[]): Promise<Rows>;
}

/** Into the log of every organisation: what concerns the whole installation. `tx` is a transaction of the database's owner. */
export async function recordEverywhere(tx: Connection, event: AnyAuditEvent): Promise<void> {
  const organisations = await tx.query<{ id: string }[]>('select id from people.organisation order by id');
  for (const { id } of organisations) {
    await tx.query(`select set_config('facet.organisation', $1, true)`, [id]);
    await tx.query('select door.record_events($1, platform.clock())', [JSON.stringify([rowOf(event)])]);
  }
}
