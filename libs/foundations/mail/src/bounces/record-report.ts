import { createHash } from 'node:crypto';
import type { Transaction } from '@facet/platform';
import type { ClaimedMail } from '../outbox/claim';
import { mailMoves, type MailState } from '../outbox/mail-states';
import { noteAddress, silence } from '../outbox/suppression';
import type { Report } from './read-report';

export type Recorded = 'taken' | 'known before' | 'not yet' | 'unknown mail' | 'never sent';

type AboutReport = Omit<Report, 'addresses'>;

/**
 * Writes down what came back about a mail, and what follows, in one transaction; the same report a second time changes nothing. A mail
 * that failed is rejected, as if its server had said so at once: whoever sees that an address needs fixing sees it. A delay changes
 * nothing. `not yet`: a worker is still sending it, and its word on the attempt comes first.
 */
export async function recordReport(tx: Transaction, id: string, { kind, status, code, said, essence }: AboutReport): Promise<Recorded> {
  const [mail] = await tx.query<ClaimedMail & { readonly state: MailState }>(
    'select id, organisation, person, kind, about, attempt, state from post.mail where id = $1 for update',
    [id],
  );
  if (!mail) return 'unknown mail';
  if (mail.attempt === 0) return 'never sent';
  if (mail.state === 'sending') return 'not yet';
  const written = await tx.query(
    `insert into post.mail_return (organisation, mail, digest, kind, status, said, received_at)
      values (platform.organisation(), $1, $2, $3, $4, $5, $6) on conflict do nothing returning mail`,
    [id, createHash('sha256').update(`${kind}\n${essence}`).digest(), kind, status, said, tx.now],
  );
  if (written.length === 0) return 'known before';
  if (kind === 'complaint') await silence(tx, mail.person, 'complained');
  if (kind !== 'failed') return 'taken';
  if (mailMoves[mail.state].includes('rejected'))
    await tx.query(
      `update post.mail set state = 'rejected', last_code = $2, last_text = $3, lease_until = null, lease_owner = null, paced_for = null
        where id = $1`,
      [id, code, said],
    );
  await noteAddress(tx, mail, { kind: 'rejected' });
  return 'taken';
}
