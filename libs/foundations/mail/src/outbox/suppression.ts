import type { Transaction } from '@facet/platform';
import type { Outcome } from '../sending/outgoing';
import type { ClaimedMail } from './claim';

/** Remembers an address that does not work, so that nobody is reminded there, and forgets it once it takes a mail again. */
export async function noteAddress(tx: Transaction, { person, kind }: ClaimedMail, outcome: Outcome): Promise<void> {
  if (outcome.kind === 'rejected' && (kind === 'invitation' || kind === 'reminder'))
    await tx.query(
      `insert into post.suppression (organisation, person, reason, since) values (platform.organisation(), $1, 'refused', $2)
        on conflict do nothing`,
      [person, tx.now],
    );
  if (outcome.kind === 'sent') await tx.query(`delete from post.suppression where person = $1 and reason = 'refused'`, [person]);
}
