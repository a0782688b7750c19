import type { Transaction } from '@facet/platform';
import type { NewMail } from '../outbox/mail-rows';

/**
 * What becomes due for somebody whose reminder rests until the next morning goes into that reminder. Only into one that no worker
 * may take yet: what is on its way has been written already, and the rest waits for another day.
 */
export async function joinResting(tx: Transaction, reminders: readonly NewMail[]): Promise<void> {
  const items = reminders.flatMap(({ dedupeKey, items }) => items.map((item) => ({ dedupeKey, ...item })));
  await tx.query(
    `insert into post.mail_item (mail, organisation, invitation, kind, ordinal)
      select mail.id, mail.organisation, given.invitation, given.kind, given.ordinal
      from unnest($1::text[], $2::uuid[], $3::text[], $4::int[]) as given (dedupe_key, invitation, kind, ordinal)
        join post.mail mail on mail.dedupe_key = given.dedupe_key and mail.state = 'pending' and mail.not_before > $5
      for update of mail
      on conflict do nothing`,
    [items.map((i) => i.dedupeKey), items.map((i) => i.invitation), items.map((i) => i.kind), items.map((i) => i.ordinal), tx.now],
  );
}
