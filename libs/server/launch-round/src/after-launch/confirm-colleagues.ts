import { Injectable } from '@nestjs/common';
import type { ConfirmColleagues as Seen, RoundView } from '@facet/contract';
import { stateOf } from '@facet/domain-round';
import { Doorbell, MailRows } from '@facet/mail';
import type { Principal } from '@facet/platform';
import { factsOf, Invitations, Rounds } from '@facet/store-rounds';
import { nameOfList, toCheck } from './list-to-check';
import { RoundDoor } from './round-door';

export interface NotConfirmed {
  readonly refused: 'not the coach' | 'no longer open' | 'another list';
}

/**
 * The coach has looked at names, addresses and groups: the invitations that were held may leave, those of the launch and later those
 * of colleagues who were added. A second press changes nothing, and a list that has changed since the coach saw it is not confirmed.
 */
@Injectable()
export class ConfirmColleagues {
  constructor(
    private readonly door: RoundDoor,
    private readonly rounds: Rounds,
    private readonly invitations: Invitations,
    private readonly mails: MailRows,
    private readonly doorbell: Doorbell,
  ) {}

  async confirm(principal: Principal, id: string, { list }: Seen): Promise<RoundView | NotConfirmed | null> {
    let released: string[] = [];
    const result = await this.door.change<NotConfirmed>(principal, id, async ({ tx, round, as }) => {
      if (as !== 'coach') return { refused: 'not the coach' };
      const invited = await this.invitations.ofRound(tx, id);
      if (round.confirmedAt !== null && toCheck(invited).length === 0) return null;
      if (stateOf(factsOf(round), tx.now) !== 'open') return { refused: 'no longer open' };
      if (list !== nameOfList(invited)) return { refused: 'another list' };
      await this.rounds.confirm(tx, id);
      await this.invitations.check(tx, id);
      released = await this.mails.release(tx, id);
      return null;
    });
    await this.doorbell.ring(released);
    return result;
  }
}
