import type { Transaction } from '@facet/platform';
import { HOURS_BETWEEN_REMINDERS } from './earliest';

/** When each of these people was last reminded of anything in this organisation, as far as that still matters. */
export async function lastReminders(tx: Transaction, people: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const rows = await tx.query<{ person: string; at: Date }>(
    `select mail.person, max(a.started_at) as at from post.mail mail join post.mail_attempt a on a.mail = mail.id and a.n = mail.attempt
      where mail.person = any($1) and mail.kind = 'reminder' and mail.state in ('sending', 'sent', 'unknown')
        and a.started_at > $2::timestamptz - make_interval(hours => $3) group by mail.person`,
    [people, tx.now, HOURS_BETWEEN_REMINDERS],
  );
  return new Map(rows.map(({ person, at }) => [person, at]));
}

/** The same; nobody else can begin to remind them before this transaction ends. */
export async function lastRemindersAlone(tx: Transaction, people: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  // In one order, or two who wait for each other would both have to begin anew.
  for (const person of people.toSorted())
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('facet reminder ' || $1, 0))`, [person]);
  return lastReminders(tx, people);
}
