import { Injectable } from '@nestjs/common';
import { Database } from '@facet/platform';
import { type Earnest, forgetOne, type NotForgotten, type Receipt } from './receipt';

/** Whoever was asked in an open round is told of its cancelling first. */
export type RoundStays = 'unknown' | 'open';

/** Forgets a round that has ended: who was asked, its mails, its report and all that stands beside it. */
@Injectable()
export class ForgetRound {
  constructor(private readonly database: Database) {}

  forget(organisation: string, round: string, earnest: Earnest = 'for good'): Promise<Receipt | NotForgotten<RoundStays>> {
    return forgetOne(this.database, organisation, 'round', round, earnest);
  }
}
