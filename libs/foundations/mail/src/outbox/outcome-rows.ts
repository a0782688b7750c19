import type { Transaction } from '@facet/platform';
import type { MailKind } from '../letters';
import type { Outcome } from '../sending/outgoing';
import type { ClaimedMail } from './claim';

/** A copy of these would do harm or confuse; the others may leave a second time, once, when nobody can tell whether they arrived. */
const NEVER_TWICE: readonly MailKind[] = ['reminder', 'sign_in'];

const LONGEST_BACK_OFF_SECONDS = 3600;

export interface Pauses {
  readonly backOffSeconds: number;
  readonly leaseSeconds: number;
}

/** Doubles from attempt to attempt, up to an hour. */
export const backOff = (attempt: number, firstSeconds: number): number =>
  Math.min(firstSeconds * 2 ** (attempt - 1), Math.max(firstSeconds, LONGEST_BACK_OFF_SECONDS));

/** Writes down what became of an attempt. Changes nothing where a later attempt has begun. */
export async function recordOutcome(tx: Transaction, mail: ClaimedMail, outcome: Outcome, pauses: Pauses): Promise<void> {
  const { kind, reply } = outcome;
  const code = kind === 'unknown' ? null : outcome.code;
  // An unknown outcome keeps the phase "data": that is how the next attempt knows that there may be a copy already.
  await tx.query(
    `update post.mail_attempt set phase = case when $3 then phase else 'finished' end, smtp_code = $4, reply = $5, finished_at = $6
      where mail = $1 and n = $2`,
    [mail.id, mail.attempt, kind === 'unknown', code, reply, tx.now],
  );
  await tx.query(`update post.mail set last_code = $3, last_text = $4 where id = $1 and attempt = $2`, [
    mail.id,
    mail.attempt,
    code,
    reply,
  ]);
  switch (kind) {
    case 'sent':
      return settle(tx, mail, 'sent');
    case 'rejected':
      return settle(tx, mail, 'rejected');
    case 'later':
      return tryAgain(tx, mail, backOff(mail.attempt, pauses.backOffSeconds));
    case 'unknown':
      return settleUnknown(tx, mail, pauses.leaseSeconds);
  }
}

/** The worker of an expired lease has gone: before the body left nothing has happened, after that nobody can tell. */
export async function recoverLease(tx: Transaction, id: string, pauses: Pauses): Promise<void> {
  const [lost] = await tx.query<ClaimedMail & { phase: string }>(
    `select mail.id, mail.organisation, mail.person, mail.kind, mail.about, mail.attempt, attempt.phase
      from post.mail mail join post.mail_attempt attempt on attempt.mail = mail.id and attempt.n = mail.attempt
      where mail.id = $1 and mail.state = 'sending' and mail.lease_until <= $2 for update of mail`,
    [id, tx.now],
  );
  if (!lost) return;
  const reply = 'The worker that sent it went away.';
  await recordOutcome(tx, lost, lost.phase === 'data' ? { kind: 'unknown', reply } : { kind: 'later', code: null, reply }, pauses);
}

/** What nobody took in time is over. */
export async function expire(tx: Transaction, id: string): Promise<void> {
  await tx.query(`update post.mail set state = 'expired' where id = $1 and state = 'pending' and give_up_at <= $2`, [id, tx.now]);
}

/** An answer that comes after the lease ended still counts, as long as nobody has begun again. */
async function settle(tx: Transaction, mail: ClaimedMail, state: 'sent' | 'rejected'): Promise<void> {
  await tx.query(
    `update post.mail set state = $3, sent_at = case when $3 = 'sent' then $4::timestamptz end, lease_until = null, lease_owner = null
      where id = $1 and attempt = $2 and state in ('sending', 'pending', 'unknown')`,
    [mail.id, mail.attempt, state, tx.now],
  );
}

async function tryAgain(tx: Transaction, mail: ClaimedMail, pauseSeconds: number): Promise<void> {
  await tx.query(
    `update post.mail set state = 'pending', not_before = $3::timestamptz + make_interval(secs => $4), lease_until = null, lease_owner = null
      where id = $1 and attempt = $2 and state = 'sending'`,
    [mail.id, mail.attempt, tx.now, pauseSeconds],
  );
}

async function settleUnknown(tx: Transaction, mail: ClaimedMail, pauseSeconds: number): Promise<void> {
  const [earlier] = await tx.query(`select from post.mail_attempt where mail = $1 and n < $2 and phase = 'data'`, [mail.id, mail.attempt]);
  if (!earlier && !NEVER_TWICE.includes(mail.kind)) return tryAgain(tx, mail, pauseSeconds);
  await tx.query(
    `update post.mail set state = 'unknown', lease_until = null, lease_owner = null where id = $1 and attempt = $2 and state = 'sending'`,
    [mail.id, mail.attempt],
  );
}
