import { Injectable } from '@nestjs/common';
import { Database } from '@facet/platform';
import { Rounds } from '@facet/store-rounds';
import type { PersonStays } from './forget-person';
import type { RoundStays } from './forget-round';
import { type Counts, type Earnest, erasing, isRefused, type NotForgotten, openDoor, type Receipt, writeReceipt } from './receipt';

export type LeaderStays = PersonStays | RoundStays;

/** Forgets a leader: every round that is about them, with its report, and then the person; all of it or nothing. */
@Injectable()
export class ForgetLeader {
  constructor(
    private readonly database: Database,
    private readonly rounds: Rounds,
  ) {}

  async forget(organisation: string, person: string, earnest: Earnest = 'for good'): Promise<Receipt | NotForgotten<LeaderStays>> {
    const led = await this.database.as('facet_people', organisation, (tx) => this.rounds.ledBy(tx, person));
    return erasing<Receipt | NotForgotten<LeaderStays>>(this.database, organisation, earnest, async (tx) => {
      let counts: Counts = {};
      for (const { id } of led) {
        const round = await openDoor<RoundStays>(tx, 'forget_round', id);
        if (isRefused(round)) return round;
        counts = added(counts, round);
      }
      const gone = await openDoor<PersonStays>(tx, 'forget_person', person);
      return isRefused(gone) ? gone : writeReceipt(tx, 'leader', added(counts, gone));
    });
  }
}

const added = (counts: Counts, more: Counts): Counts => ({
  ...counts,
  ...Object.fromEntries(Object.entries(more).map(([what, count]) => [what, count + (counts[what] ?? 0)])),
});
