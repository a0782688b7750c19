import { Injectable } from '@nestjs/common';
import { SIGN_IN_MINUTES } from '@facet/mail';
import type { Transaction } from '@facet/platform';

/** A wrong code is forgiven so often; a millionth of a chance each. */
export const TRIES = 5;
/** One address is written to at most so often in a quarter of an hour, whoever asks; what led to a sign-in is not counted. */
const MOST_REQUESTS = 10;
const REQUESTS_MINUTES = 15;
/** Kept so long for the mail that belongs to them, then forgotten. */
const KEPT_HOURS = 24;

export interface SignInTry {
  readonly id: string;
  readonly address: string;
  readonly state: 'open' | 'used' | 'too old' | 'too many tries';
}

/** Who asked to sign in, from which browser (its cookie's hash), and how often a code was tried. */
@Injectable()
export class SignInRequests {
  async isAskedTooOften(tx: Transaction, address: string): Promise<boolean> {
    const [count] = await tx.query<{ asked: string }>(
      `select count(*) as asked from access.sign_in_request
        where address = $1 and used_at is null and asked_at > $2::timestamptz - make_interval(mins => $3)`,
      [address, tx.now, REQUESTS_MINUTES],
    );
    return Number(count?.asked) >= MOST_REQUESTS;
  }

  async insert(tx: Transaction, id: string, address: string, browserHash: Buffer): Promise<void> {
    await tx.query(`delete from access.sign_in_request where asked_at < $1::timestamptz - make_interval(hours => $2)`, [
      tx.now,
      KEPT_HOURS,
    ]);
    await tx.query(`insert into access.sign_in_request (id, address, browser_hash, asked_at) values ($1, $2, $3, $4)`, [
      id,
      address,
      browserHash,
      tx.now,
    ]);
  }

  /** Counts one try before the code is looked at, so that tries at the same moment cannot outnumber the limit. */
  async countTry(tx: Transaction, browserHash: Buffer): Promise<SignInTry | null> {
    const [request] = await tx.query<SignInTry>(
      `update access.sign_in_request set tries = tries + 1 where browser_hash = $1
        returning id, address, case
          when used_at is not null then 'used'
          when asked_at <= $2::timestamptz - make_interval(mins => $3) then 'too old'
          when tries > $4 then 'too many tries'
          else 'open' end as state`,
      [browserHash, tx.now, SIGN_IN_MINUTES, TRIES],
    );
    return request ?? null;
  }

  /** True for exactly one of any number of presses. */
  async use(tx: Transaction, id: string): Promise<boolean> {
    const used = await tx.query(`update access.sign_in_request set used_at = $2 where id = $1 and used_at is null returning id`, [
      id,
      tx.now,
    ]);
    return used.length === 1;
  }
}
