import type { Transaction } from '@facet/platform';
import type { Visit } from './survey-door';

/** Why somebody would rather not answer, kept from within their own visit; an empty reason is none. Only the day is kept. */
export async function keepReason({ tx, place, round }: Visit, words: string): Promise<void> {
  await forgetReason(tx);
  if (words === '') return;
  await tx.query(
    `insert into answers.decline_reason (invitation, organisation, round, words, said_on)
      values ($1, platform.organisation(), $2, $3, ($4::timestamptz at time zone $5)::date)`,
    [place.invitation, place.round, words, tx.now, round.zone],
  );
}

/** Of the invitation that the transaction has entered: the role sees no other. */
export async function forgetReason(tx: Transaction): Promise<void> {
  await tx.query('delete from answers.decline_reason');
}
