import { Injectable } from '@nestjs/common';
import { WhoseRound } from '@facet/accounts';
import type { RoundView } from '@facet/contract';
import type { Onlooker } from '@facet/domain-round';
import { Database, type Principal, type Transaction } from '@facet/platform';
import { type Round, Rounds } from '@facet/store-rounds';
import { standing } from './standing';
import { ViewRound } from './view-round';

/** A round in the hands of somebody who leads or coaches it, inside one transaction of its own organisation. */
export interface OpenedRound {
  readonly tx: Transaction;
  readonly round: Round;
  readonly as: Onlooker;
  /** Whoever has it in their hands. */
  readonly person: string;
}

/** Null is "not found": there is no such round, or it is none of this person's. */
@Injectable()
export class RoundDoor {
  constructor(
    private readonly database: Database,
    private readonly whose: WhoseRound,
    private readonly rounds: Rounds,
    private readonly views: ViewRound,
  ) {}

  read(principal: Principal, id: string): Promise<RoundView | null> {
    return this.look(principal, id, ({ tx, round, as }) => this.views.view(tx, round, as));
  }

  look<Result>(principal: Principal, id: string, work: (opened: OpenedRound) => Promise<Result>): Promise<Result | null> {
    return this.enter(principal, id, 'byId', work);
  }

  /** The same, with the round's row locked, so that two presses come one after the other. */
  lookLocked<Result>(principal: Principal, id: string, work: (opened: OpenedRound) => Promise<Result>): Promise<Result | null> {
    return this.enter(principal, id, 'lock', work);
  }

  /**
   * `change` looks before it writes, with the row locked, so that two presses come one after the other: what it returns besides
   * null is a refusal, and then nothing has been written.
   */
  change<Refusal extends { readonly refused: string }>(
    principal: Principal,
    id: string,
    change: (opened: OpenedRound) => Promise<Refusal | null>,
  ): Promise<RoundView | Refusal | null> {
    return this.enter(principal, id, 'lock', async (opened) => {
      const refusal = await change(opened);
      if (refusal) return refusal;
      const { tx, round, as } = opened;
      return this.views.view(tx, (await this.rounds.byId(tx, id)) ?? round, as);
    });
  }

  private async enter<Result>(
    principal: Principal,
    id: string,
    how: 'byId' | 'lock',
    work: (opened: OpenedRound) => Promise<Result>,
  ): Promise<Result | null> {
    const membership = await this.whose.membership(principal, id);
    if (!membership) return null;
    return this.database.as('facet_people', membership.organisation, async (tx) => {
      const round = await this.rounds[how](tx, id);
      const as = standing(round, membership);
      return round && as ? work({ tx, round, as, person: membership.person }) : null;
    });
  }
}
