import { Injectable } from '@nestjs/common';
import { WhoseRound } from '@facet/accounts';
import type { Snapshot } from '@facet/domain-report';
import type { Onlooker } from '@facet/domain-round';
import { Database, type Membership, type Principal, type Transaction } from '@facet/platform';
import { Snapshots } from '@facet/store-answers-released';
import { type Round, Rounds } from '@facet/store-rounds';

/** A sealed round's numbers in the hands of somebody who may read them, inside one transaction of its own organisation. */
export interface OpenedReport {
  readonly tx: Transaction;
  readonly round: Round;
  readonly as: Onlooker;
  readonly snapshot: Snapshot;
}

/** Only the coach learns of these; for everyone else there is nothing here. */
export interface NoReport {
  readonly refused: 'not sealed' | 'cancelled';
}

/** The coach reads as soon as the round is sealed, its leader once the report is released. Null is "not found", for everyone else. */
@Injectable()
export class ReportDoor {
  constructor(
    private readonly database: Database,
    private readonly whose: WhoseRound,
    private readonly rounds: Rounds,
    private readonly snapshots: Snapshots,
  ) {}

  /** With the round's row locked, so that two presses come one after the other. */
  toChange<Result>(principal: Principal, id: string, work: (opened: OpenedReport) => Promise<Result>): Promise<Result | NoReport | null> {
    return this.enter(principal, id, (tx) => this.rounds.lock(tx, id), work);
  }

  toRead<Result>(principal: Principal, id: string, work: (opened: OpenedReport) => Promise<Result>): Promise<Result | NoReport | null> {
    return this.enter(principal, id, (tx) => this.rounds.byId(tx, id), work);
  }

  private async enter<Result>(
    principal: Principal,
    id: string,
    find: (tx: Transaction) => Promise<Round | null>,
    work: (opened: OpenedReport) => Promise<Result>,
  ): Promise<Result | NoReport | null> {
    const membership = await this.whose.membership(principal, id);
    if (!membership) return null;
    return this.database.as('facet_report', membership.organisation, async (tx) => {
      const round = await find(tx);
      const as = round && readerOf(round, membership);
      if (!round || !as) return null;
      if (round.cancelledAt) return { refused: 'cancelled' };
      const snapshot = await this.snapshots.ofRound(tx, id);
      return snapshot ? work({ tx, round, as, snapshot }) : { refused: 'not sealed' };
    });
  }
}

function readerOf({ leader, coach, releasedAt }: Round, { person, roles }: Membership): Onlooker | null {
  if (coach === person && roles.includes('coach')) return 'coach';
  if (leader === person && roles.includes('leader') && releasedAt) return 'leader';
  return null;
}
