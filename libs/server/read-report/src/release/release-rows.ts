import type { Transaction } from '@facet/platform';

/** Released by a press, or because its day had come. */
export const markReleased = (tx: Transaction, round: string, byItself: boolean): Promise<unknown> =>
  tx.query('update people.round set released_at = $2, released_by_itself = $3 where id = $1', [round, tx.now, byItself]);

/** The day on which a report is released without another press. */
export const settleRelease = (tx: Transaction, round: string, at: Date, chosen: boolean): Promise<unknown> =>
  tx.query('update people.round set releases_at = $2, release_chosen = $3 where id = $1', [round, at, chosen]);
