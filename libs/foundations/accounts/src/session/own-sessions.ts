import { Injectable } from '@nestjs/common';
import type { OwnSessionsView } from '@facet/contract';
import { Database, isUuid } from '@facet/platform';
import { endSessions, type FoundSession, IDLE_MINUTES, LONGEST_HOURS } from './sessions';

/** Where somebody is signed in, for themselves alone. */
@Injectable()
export class OwnSessions {
  constructor(private readonly database: Database) {}

  /** This one first, then by when they were last used. */
  list({ id, address }: FoundSession): Promise<OwnSessionsView> {
    return this.database.as('facet_accounts', null, async (tx) => {
      const rows = await tx.query<{ id: string; browser: string; beganAt: Date; seenAt: Date }>(
        `select id, browser, began_at as "beganAt", seen_at as "seenAt" from access.session where lower(address) = lower($1)
          and seen_at > $2::timestamptz - make_interval(mins => $3) and began_at > $2::timestamptz - make_interval(hours => $4)
          order by id <> $5, seen_at desc, id`,
        [address, tx.now, IDLE_MINUTES, LONGEST_HOURS, id],
      );
      return rows.map((row) => ({
        ...{ id: row.id, browser: row.browser, beganAt: row.beganAt.toISOString(), seenAt: row.seenAt.toISOString() },
        here: row.id === id,
      }));
    });
  }

  /** False where there is no such session of theirs: of nobody's, of somebody else's, or ended already. */
  async end({ address }: FoundSession, session: string): Promise<boolean> {
    if (!isUuid(session)) return false;
    const ended = await this.database.as('facet_accounts', null, (tx) =>
      tx.query('delete from access.session where id = $1 and lower(address) = lower($2) returning id', [session, address]),
    );
    return ended.length === 1;
  }

  async endOthers({ id, address }: FoundSession): Promise<void> {
    await this.database.as('facet_accounts', null, (tx) => endSessions(tx, address, id));
  }
}
