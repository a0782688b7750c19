import type { Transaction } from '@facet/platform';
import type { Visit } from './survey-door';

/** Why somebody would rather not answer, kept from within their own visit; an empty reason is none. No time is kept with it. */
export async function keepReason({ tx, place }: Visit, words: string): Promise<void> {
  await forgetReason(tx);
  if (words === '') return;
  await tx.query(
    'insert into answers.decline_reason (invitation, organisation, round, words) values ($1, platform.organisation(), $2, $3)',
    [place.invitation, place.round, words],
  );
}

/** Of the invitation that the transaction has entered: the role sees no other. */
export async function forgetReason(tx: Transaction): Promise<void> {
  await tx.query('delete from answers.decline_reason');
}
