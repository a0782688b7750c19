import type { Transaction } from '@facet/platform';
import type { Outcome } from '../sending/outgoing';
import type { ClaimedMail } from './claim';

/** Remembers an address that does not work, so that nobody is reminded there, and forgets it once it takes a mail again. */
export async function noteAddress(tx: Transaction, { person, kind }: ClaimedMail, outcome: Pick<Outcome, 'kind'>): Promise<void> {
  if (outcome.kind === 'rejected' && (kind === 'invitation' || kind === 'reminder')) await silence(tx, person, 'refused');
  if (outcome.kind === 'sent') await forgiveAddresses(tx, [person]);
}

/** These addresses have taken a mail. */
export async function forgiveAddresses(tx: Transaction, people: readonly string[]): Promise<void> {
  await tx.query(`delete from post.suppression where person = any($1) and reason = 'refused'`, [people]);
}

/** Nobody reminds this person any more. Once is as good as twice. */
export async function silence(tx: Transaction, person: string, reason: 'refused' | 'opted out' | 'complained'): Promise<void> {
  // An address that did not work and does so again would end the silence; who asked for it has it for good.
  if (reason !== 'refused') await tx.query(`delete from post.suppression where person = $1 and reason = 'refused'`, [person]);
  await tx.query(
    `insert into post.suppression (organisation, person, reason, since)
      select platform.organisation(), p.id, $2, $3 from people.person p where p.id = $1 -- who may have been forgotten meanwhile
      on conflict do nothing`,
    [person, reason, tx.now],
  );
}
