import { Injectable } from '@nestjs/common';
import { WhoseRound } from '@facet/accounts';
import type { DeclineReasons } from '@facet/contract';
import { Database, type Principal } from '@facet/platform';
import { Rounds } from '@facet/store-rounds';

/**
 * Why colleagues would rather not answer. Only the coach of the round reads it, without names, in the order of the alphabet and from the
 * seal on, so that no coming or going of one tells who it was.
 */
@Injectable()
export class ReadDeclineReasons {
  constructor(
    private readonly database: Database,
    private readonly whose: WhoseRound,
    private readonly rounds: Rounds,
  ) {}

  /** Null for whoever is not the coach of this round. */
  async read(principal: Principal, id: string): Promise<DeclineReasons | null> {
    const membership = await this.whose.membership(principal, id);
    if (!membership?.roles.includes('coach')) return null;
    return this.database.as('facet_people', membership.organisation, async (tx) => {
      const round = await this.rounds.byId(tx, id);
      if (round?.coach !== membership.person) return null;
      const rows = await tx.query<{ words: string }>('select words from door.reasons_to_decline($1) as words', [id]);
      return { reasons: rows.map(({ words }) => words) };
    });
  }
}
