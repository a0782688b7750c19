import { Injectable } from '@nestjs/common';
import type { SealChoice as Choice } from '@facet/contract';
import { describeSeal } from '@facet/domain-disclosure';
import { isDueForClosing, sealsByItselfAt } from '@facet/domain-round';
import { Database, dateInWords } from '@facet/platform';
import { EnvelopesOfRound } from '@facet/store-answers-envelopes';
import { factsOf, Rounds } from '@facet/store-rounds';

/** What the coach is told before choosing between an extension and the seal: sentences, never how many. */
@Injectable()
export class SealChoice {
  constructor(
    private readonly database: Database,
    private readonly rounds: Rounds,
    private readonly envelopes: EnvelopesOfRound,
  ) {}

  /** Null for whoever is not the coach; `not closed yet` while there is nothing to choose. */
  read(organisation: string, person: string, id: string): Promise<Choice | 'not closed yet' | null> {
    return this.database.as('facet_seal', organisation, async (tx) => {
      const round = await this.rounds.byId(tx, id);
      if (round?.coach !== person) return null;
      if (!isDueForClosing(factsOf(round), tx.now)) return 'not closed yet';
      return {
        words: describeSeal(round.promise, await this.envelopes.countSent(tx, id)),
        sealsByItself: dateInWords(sealsByItselfAt(round.closesAt), round.zone),
      };
    });
  }
}
