import { Injectable } from '@nestjs/common';
import type { ApproverView } from '@facet/contract';
import { dateInWords, type Principal, type Transaction } from '@facet/platform';
import { type Round, Staff } from '@facet/store-rounds';
import { type OpenedRound, RoundDoor } from '../after-launch/round-door';
import { Approval, whyNot } from './approval';

/** Who checks a list in the coach's stead, for the coach alone; null is "not found" for everybody else. */
@Injectable()
export class ApproverDoor {
  constructor(
    private readonly door: RoundDoor,
    private readonly approval: Approval,
    private readonly staff: Staff,
  ) {}

  read(principal: Principal, id: string): Promise<ApproverView | null> {
    return this.door.look(principal, id, ({ tx, round, as }) => (as === 'coach' ? this.view(tx, round) : Promise.resolve(null)));
  }

  /** What `change` returns besides null is a refusal, and then nothing has been written. */
  change<Refusal extends { readonly refused: string }>(
    principal: Principal,
    id: string,
    change: (opened: OpenedRound) => Promise<Refusal | null>,
  ): Promise<ApproverView | Refusal | null> {
    return this.door.lookLocked<ApproverView | Refusal | null>(principal, id, async (opened) => {
      if (opened.as !== 'coach') return null;
      return (await change(opened)) ?? this.view(opened.tx, opened.round);
    });
  }

  private async view(tx: Transaction, round: Round): Promise<ApproverView> {
    const inForce = await this.approval.inForce(tx, round);
    const around = await this.approval.around(tx, round);
    const people = (await this.staff.all(tx)).filter((one) => one.disabledAt === null && whyNot(one, around) === null);
    return {
      approver: inForce && {
        id: inForce.person.id,
        name: inForce.person.name,
        until: dateInWords(inForce.until ?? round.closesAt, round.zone),
      },
      people: people.map(({ id, name, email }) => ({ id, name, email })),
    };
  }
}
