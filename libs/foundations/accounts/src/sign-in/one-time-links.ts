import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@facet/platform';
import { membershipsOf } from '../session/memberships';
import { sha256 } from '../session/opaque-token';
import { recordOfAddress } from '../session/record-of-address';
import { Sessions } from '../session/sessions';

export const LINK_HOURS = 24;

export type LinkRefusal = 'unknown' | 'used' | 'too old';

/**
 * A way in for whoever has been given a role before any mail could leave: 128 random bits, of which the database holds only the hash,
 * good for one press within a day. The session belongs to the browser in which it was pressed.
 */
@Injectable()
export class OneTimeLinks {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
  ) {}

  /** The token of a new link for this address; it opens nothing while the address has no role. */
  async make(address: string): Promise<string> {
    const token = randomBytes(16).toString('base64url');
    await this.database.as('facet_accounts', null, async (tx) => {
      await tx.query(`delete from access.one_time_link where made_at < $1::timestamptz - make_interval(hours => $2)`, [
        tx.now,
        7 * LINK_HOURS, // for some days a late press is told that the link is too old, and not that there never was one
      ]);
      await tx.query(`insert into access.one_time_link (hash, address, made_at) values ($1, $2, $3)`, [sha256(token), address, tx.now]);
    });
    return token;
  }

  /** `before` is the session that the browser may still have: it ends. */
  async open(token: string, before: string | undefined, agent?: string): Promise<{ readonly session: string } | LinkRefusal> {
    if (!/^[\w-]{22}$/.test(token)) return 'unknown';
    return this.database.as('facet_accounts', null, async (tx): Promise<{ session: string } | LinkRefusal> => {
      const link = await this.find(tx, sha256(token));
      if (link === null || (await membershipsOf(tx, link.address)).length === 0) return 'unknown';
      if (link.state !== 'open') return link.state;
      await tx.query('update access.one_time_link set used_at = $2 where hash = $1', [sha256(token), tx.now]);
      await recordOfAddress(tx, link.address, 'signed_in', { method: 'one-time link' });
      return { session: await this.sessions.begin(tx, link.address, before, agent) };
    });
  }

  /** Locked until the transaction ends: of any number of presses, one finds it open. */
  private async find(tx: Transaction, hash: Buffer): Promise<{ address: string; state: 'open' | 'used' | 'too old' } | null> {
    const [link] = await tx.query<{ address: string; state: 'open' | 'used' | 'too old' }>(
      `select address, case when used_at is not null then 'used'
          when made_at <= $2::timestamptz - make_interval(hours => $3) then 'too old' else 'open' end as state
        from access.one_time_link where hash = $1 for no key update`,
      [hash, tx.now, LINK_HOURS],
    );
    return link ?? null;
  }
}
