import { Injectable } from '@nestjs/common';
import { changedGroups, type ConfidentialGroupCode } from '@facet/domain-round';
import { Database } from '@facet/platform';
import { Invitations, Rounds } from '@facet/store-rounds';

/** Which promised groups of a round changed since its links left, read in a role that sees no envelope and no status. */
@Injectable()
export class ChangedGroupsOf {
  constructor(
    private readonly database: Database,
    private readonly rounds: Rounds,
    private readonly invitations: Invitations,
  ) {}

  round(organisation: string, id: string): Promise<ConfidentialGroupCode[]> {
    return this.database.as('facet_people', organisation, async (tx) => {
      const round = await this.rounds.byId(tx, id);
      if (!round) return [];
      return changedGroups(round.promise, {
        asked: await this.invitations.ofRound(tx, id),
        takenOut: await this.invitations.takenOut(tx, id),
      });
    });
  }
}
