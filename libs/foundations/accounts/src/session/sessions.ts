import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type Principal, type Transaction } from '@facet/platform';
import { browserInWords } from './browser-in-words';
import { membershipsOf } from './memberships';
import { hashOfToken, newToken } from './opaque-token';
import type { Steps } from './owed-step';
import { forgetAccount } from '../single-sign-on/connected-accounts';
import { recordOfAddress } from './record-of-address';

/** ASVS 5.0, 7.3: a session ends when nothing was asked for so long, and after half a day in any case. */
export const IDLE_MINUTES = 30;
export const LONGEST_HOURS = 12;
/** Being seen is written down no more often than this: reading a page need not write. */
const SEEN_EVERY_SECONDS = 60;

/** A session that is still good, with the roles of this very moment. */
export interface FoundSession extends Principal, Steps {
  readonly id: string;
}

@Injectable()
export class Sessions {
  constructor(private readonly database: Database) {}

  /**
   * The cookie's value for a new session of this address, however it was proved; the session that the browser had `before` ends. Whoever
   * owes a second step can do nothing else with it yet. `agent`: the browser's User-Agent.
   */
  async begin(tx: Transaction, address: string, before: string | undefined, agent?: string): Promise<string> {
    const { token, hash } = newToken();
    await tx.query(`delete from access.session where hash = $1 or began_at < $2::timestamptz - make_interval(hours => $3)`, [
      hashOfToken(before),
      tx.now,
      LONGEST_HOURS,
    ]);
    await tx.query(`insert into access.session (hash, id, address, browser, began_at, seen_at) values ($1, $2, $3, $4, $5, $5)`, [
      ...[hash, randomUUID(), address, browserInWords(agent), tx.now],
    ]);
    return token;
  }

  /** The second step has been taken: the cookie's new value. The old one opens nothing any more. Null where the session has ended. */
  async complete(tx: Transaction, id: string): Promise<string | null> {
    const { token, hash } = newToken();
    const changed = await tx.query(
      'update access.session set hash = $2, second_step_at = $3, enrolling = null where id = $1 returning id',
      [id, hash, tx.now],
    );
    return changed.length === 1 ? token : null;
  }

  /** Who holds this cookie; null where there is no session. It ends with the last role. */
  async find(token: string | undefined): Promise<FoundSession | null> {
    const hash = hashOfToken(token);
    if (hash === null) return null;
    return this.database.as('facet_accounts', null, async (tx) => {
      const [session] = await tx.query<Omit<FoundSession, 'memberships'> & { seenAt: Date }>(
        `select s.id, s.address, s.seen_at as "seenAt", s.second_step_at is not null as "secondStep", f.address is not null as "hasFactor"
          from access.session s left join access.second_factor f on f.address = lower(s.address) where s.hash = $1
          and s.seen_at > $2::timestamptz - make_interval(mins => $3) and s.began_at > $2::timestamptz - make_interval(hours => $4)`,
        [hash, tx.now, IDLE_MINUTES, LONGEST_HOURS],
      );
      if (!session) return null;
      const { id, address, seenAt, secondStep, hasFactor } = session;
      const memberships = await membershipsOf(tx, address);
      if (memberships.length === 0) {
        await tx.query(`delete from access.session where id = $1`, [id]);
        return null;
      }
      if (tx.now.getTime() - seenAt.getTime() >= SEEN_EVERY_SECONDS * 1000)
        await tx.query(`update access.session set seen_at = $2 where id = $1`, [id, tx.now]);
      return { id, address, memberships, secondStep, hasFactor };
    });
  }

  async end(token: string | undefined): Promise<void> {
    const hash = hashOfToken(token);
    if (hash === null) return;
    await this.database.as('facet_accounts', null, async (tx) => {
      const [ended] = await tx.query<{ address: string }>(`delete from access.session where hash = $1 returning address`, [hash]);
      if (ended) await recordOfAddress(tx, ended.address, 'signed_out', {});
    });
  }

  /**
   * For whoever takes a role or access away: every browser of the address is signed out, and an account at a provider of identities
   * opens nothing until its owner shows anew that it is theirs.
   */
  async endAll(address: string): Promise<void> {
    await this.database.as('facet_accounts', null, async (tx) => {
      await endSessions(tx, address, null);
      await forgetAccount(tx, address);
    });
  }
}

/** Signs every browser of an address out but, where there is one, the session that is to stay. */
export const endSessions = async (tx: Transaction, address: string, but: string | null): Promise<void> => {
  await tx.query('delete from access.session where lower(address) = lower($1) and id is distinct from $2', [address, but]);
};
