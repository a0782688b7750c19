import type { Transaction } from '@facet/platform';
import type { Outcome } from '../sending/outgoing';
import type { ClaimedMail } from './claim';

export interface SentMail {
  readonly mail: ClaimedMail;
  readonly outcome: Extract<Outcome, { kind: 'sent' }>;
}

/**
 * Writes down of several mails at once that a server took them; what `recordOutcome` says of one. An attempt that has ended otherwise
 * keeps its end, unless that was unknown, and where a later attempt is under way this is all that an earlier one changes.
 */
export async function recordSent(tx: Transaction, sent: readonly SentMail[]): Promise<void> {
  await tx.query(
    `with given as (
        select * from unnest($1::uuid[], $2::int[], $3::int[], $4::text[]) as given (id, n, code, reply)
      ), written as (
        update post.mail_attempt attempt set phase = 'finished', outcome = 'sent', smtp_code = code, reply = given.reply, finished_at = $5
          from given where attempt.mail = given.id and attempt.n = given.n and coalesce(attempt.outcome, 'unknown') = 'unknown'
          returning given.*
      )
      update post.mail mail set state = 'sent', last_code = code, last_text = reply, lease_until = null, lease_owner = null,
          paced_for = null, sent_at = $5
        from written where mail.id = written.id
          and (mail.state in ('pending', 'unknown') or mail.state = 'sending' and mail.attempt = written.n)`,
    [
      ...[sent.map(({ mail }) => mail.id), sent.map(({ mail }) => mail.attempt)],
      ...[sent.map(({ outcome }) => outcome.code), sent.map(({ outcome }) => outcome.reply), tx.now],
    ],
  );
}
