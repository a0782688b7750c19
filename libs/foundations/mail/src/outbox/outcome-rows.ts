import type { Transaction } from '@facet/platform';
import type { Outcome } from '../sending/outgoing';
import { afterAttempt, type NextState, type Pauses } from './after-attempt';
import type { ClaimedMail } from './claim';

export interface Trying extends Pauses {
  /** From 0 up to 1, without 1: spreads what failed together. */
  readonly chance: number;
}

/**
 * Writes down what became of an attempt, in one transaction with what the mail becomes. Says the truth once: an attempt that has
 * ended keeps its end, unless that was unknown. Where a later attempt has begun, all that an earlier one can still say is that the
 * mail was taken after all.
 */
export async function recordOutcome(tx: Transaction, mail: ClaimedMail, outcome: Outcome, trying: Trying): Promise<void> {
  const code = outcome.kind === 'unknown' ? null : outcome.code;
  const written = await tx.query(
    `update post.mail_attempt set phase = 'finished', outcome = $3, smtp_code = $4, reply = $5, finished_at = $6
      where mail = $1 and n = $2 and (outcome is null or outcome = 'unknown' and $3 in ('sent', 'rejected')) returning n`,
    [mail.id, mail.attempt, outcome.kind, code, outcome.reply, tx.now],
  );
  if (written.length === 0) return;
  const next = await nextState(tx, mail, outcome.kind, trying);
  if (next === null) return;
  await tx.query(
    `update post.mail set state = $2, last_code = $3, last_text = $4, lease_until = null, lease_owner = null, paced_for = null,
        not_before = coalesce($5, not_before), sent_at = case when $2 in ('sent', 'unknown') then $6::timestamptz end
      where id = $1`,
    [mail.id, next.state, code, outcome.reply, next.state === 'pending' ? next.again : null, tx.now],
  );
}

/** The worker of an expired lease has gone: before the body left nothing has happened, after that nobody can tell. */
export async function recoverLease(tx: Transaction, id: string, trying: Trying): Promise<void> {
  const [lost] = await tx.query<ClaimedMail & { phase: string }>(
    `select mail.id, mail.organisation, mail.person, mail.kind, mail.about, mail.attempt, attempt.phase
      from post.mail mail join post.mail_attempt attempt on attempt.mail = mail.id and attempt.n = mail.attempt
      where mail.id = $1 and mail.state = 'sending' and mail.lease_until <= $2 for update of mail`,
    [id, tx.now],
  );
  if (!lost) return;
  const reply = 'The worker that sent it went away.';
  await recordOutcome(tx, lost, lost.phase === 'data' ? { kind: 'unknown', reply } : { kind: 'later', code: null, reply }, trying);
}

/** What nobody took in time is over. */
export async function expire(tx: Transaction, id: string): Promise<void> {
  await tx.query(`update post.mail set state = 'expired' where id = $1 and state = 'pending' and give_up_at <= $2`, [id, tx.now]);
}

interface Standing {
  readonly state: string;
  /** The newest attempt. */
  readonly attempt: number;
  readonly sentBefore: boolean;
  readonly unknownBefore: boolean;
  readonly firstTriedAt: Date;
  readonly giveUpAt: Date | number;
}

/** Null where this attempt no longer decides: a later one has begun, or an end came before this one. */
async function nextState(tx: Transaction, mail: ClaimedMail, outcome: Outcome['kind'], trying: Trying): Promise<NextState | null> {
  const before = (said: string): string =>
    `exists (select from post.mail_attempt a where a.mail = mail.id and a.n < $2 and a.outcome = '${said}')`;
  const [row] = await tx.query<Standing>(
    `select mail.state, mail.attempt, mail.give_up_at as "giveUpAt", first.started_at as "firstTriedAt",
        ${before('sent')} as "sentBefore", ${before('unknown')} as "unknownBefore"
      from post.mail mail join post.mail_attempt first on first.mail = mail.id and first.n = 1 where mail.id = $1 for update of mail`,
    [mail.id, mail.attempt],
  );
  if (!row) throw new Error(`the mail ${mail.id} that was tried is there`);
  const newest = row.attempt === mail.attempt;
  if (newest && row.state === 'sending') {
    const { kind, attempt } = mail;
    const giveUpAt = row.giveUpAt instanceof Date ? row.giveUpAt : 'never'; // the driver reads infinity as a number
    return afterAttempt({ ...row, kind, attempt, giveUpAt }, row.sentBefore ? 'sent' : outcome, trying, tx.now, trying.chance);
  }
  // An answer that comes after the lease ended still counts; whatever else comes then has been decided by the lease.
  const waits = row.state === 'pending' || row.state === 'unknown';
  return waits && (outcome === 'sent' || (newest && outcome === 'rejected')) ? { state: outcome } : null;
}
