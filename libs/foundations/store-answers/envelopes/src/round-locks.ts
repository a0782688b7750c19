import { Injectable } from '@nestjs/common';
import type { Transaction } from '@facet/platform';

/**
 * Keeps answers and the seal of one round apart. An answer on its way holds the lock with others; the seal waits for all of them
 * and holds it alone, so that whatever was accepted is counted. Advisory, because a row lock would leave a mark on the row.
 */
@Injectable()
export class RoundLocks {
  async keepOpen(tx: Transaction, round: string): Promise<void> {
    await tx.query('select pg_advisory_xact_lock_shared(hashtextextended($1::uuid::text, 0))', [round]);
  }

  /** One rater's own requests come one after the other: a withdrawal and a sending at once cannot leave half of each. */
  async oneAtATime(tx: Transaction, invitation: string): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1::uuid::text, 1))', [invitation]);
  }

  async sealAlone(tx: Transaction, round: string): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1::uuid::text, 0))', [round]);
  }
}
