import { Injectable } from '@nestjs/common';
import type { Transaction } from '@facet/platform';

export const ATTEMPT_MINUTES = 10;

export interface SignOnAttempt {
  /** The session that connects an account; null: somebody signs in. */
  readonly sessionHash: Buffer | null;
  /** The page of ours on which they go on. */
  readonly next: string;
}

/** Who is away at the provider, by the hash of their browser's cookie. */
@Injectable()
export class SignOnAttempts {
  async insert(tx: Transaction, browserHash: Buffer, { sessionHash, next }: SignOnAttempt): Promise<void> {
    await tx.query(`delete from access.sign_on_attempt where began_at <= $1::timestamptz - make_interval(mins => $2)`, [
      tx.now,
      ATTEMPT_MINUTES,
    ]);
    await tx.query(`insert into access.sign_on_attempt (browser_hash, session_hash, next, began_at) values ($1, $2, $3, $4)`, [
      browserHash,
      sessionHash,
      next,
      tx.now,
    ]);
  }

  /** To exactly one of any number who ask, and only within its minutes; it is gone before anything is made of it. */
  async take(tx: Transaction, browserHash: Buffer): Promise<SignOnAttempt | null> {
    const [taken] = await tx.query<SignOnAttempt & { inTime: boolean }>(
      `delete from access.sign_on_attempt where browser_hash = $1
        returning session_hash as "sessionHash", next, began_at > $2::timestamptz - make_interval(mins => $3) as "inTime"`,
      [browserHash, tx.now, ATTEMPT_MINUTES],
    );
    return taken?.inTime ? taken : null;
  }
}
