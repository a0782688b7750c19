import { Injectable } from '@nestjs/common';
import { WhoseRound } from '@facet/accounts';
import type { ListView, RoundPage } from '@facet/contract';
import { Database, type Principal, type Transaction } from '@facet/platform';
import { type Round, Rounds } from '@facet/store-rounds';
import type { Checker } from '../after-launch/list-to-check';
import type { OpenedRound } from '../after-launch/round-door';
import { standing } from '../after-launch/standing';
import { ViewRound } from '../after-launch/view-round';
import { Approval, type ApprovalInForce } from './approval';
import { ViewList } from './view-list';

/** A round's list in the hands of whoever checks it: the coach, or somebody in their stead. */
export interface OpenedList extends Omit<OpenedRound, 'as'> {
  readonly as: Checker;
}

/** Null is "not found": there is no such round, or its list is not theirs to check. */
@Injectable()
export class ListDoor {
  constructor(
    private readonly database: Database,
    private readonly whose: WhoseRound,
    private readonly rounds: Rounds,
    private readonly approval: Approval,
    private readonly views: ViewRound,
    private readonly lists: ViewList,
  ) {}

  /** For whoever checks in the coach's stead; leader and coach have a page that shows more (RoundDoor.read). */
  async read(principal: Principal, id: string): Promise<ListView | null> {
    const membership = await this.whose.membership(principal, id);
    if (!membership) return null;
    return this.database.as('facet_people', membership.organisation, async (tx) => {
      const round = await this.rounds.byId(tx, id);
      const approval = round && (await this.approval.of(tx, round, membership.person));
      return approval && this.lists.view(tx, round, approval);
    });
  }

  /**
   * `change` looks before it writes, with the round's row locked: what it returns besides null is a refusal, and then nothing has been
   * written. Each sees afterwards what they see of the round anyway.
   */
  async change<Refusal extends { readonly refused: string }>(
    principal: Principal,
    id: string,
    change: (opened: OpenedList) => Promise<Refusal | null>,
  ): Promise<RoundPage | Refusal | null> {
    const membership = await this.whose.membership(principal, id);
    if (!membership) return null;
    return this.database.as('facet_people', membership.organisation, async (tx) => {
      const round = await this.rounds.lock(tx, id);
      if (!round) return null;
      const approval = await this.approval.of(tx, round, membership.person);
      if (!approval && standing(round, membership) !== 'coach') return null;
      const refusal = await change({ tx, round, as: approval ? 'approver' : 'coach', person: membership.person });
      return refusal ?? this.after(tx, (await this.rounds.byId(tx, id)) ?? round, approval);
    });
  }

  private after(tx: Transaction, round: Round, approval: ApprovalInForce | null): Promise<RoundPage> {
    return approval ? this.lists.view(tx, round, approval) : this.views.view(tx, round, 'coach');
  }
}
