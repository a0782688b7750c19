import { Injectable } from '@nestjs/common';
import type { RoundView } from '@facet/contract';
import { stateOf } from '@facet/domain-round';
import { Doorbell, MailRows } from '@facet/mail';
import type { Principal } from '@facet/platform';
import { factsOf, Rounds } from '@facet/store-rounds';
import { RoundDoor } from './round-door';

export interface NotConfirmed {
  readonly refused: 'not the coach' | 'no longer open';
}

/** The coach has looked at names, addresses and groups: the invitations that were held may leave. A second press changes nothing. */
@Injectable()
export class ConfirmColleagues {
  constructor(
    private readonly door: RoundDoor,
    private readonly rounds: Rounds,
    private readonly mails: MailRows,
    private readonly doorbell: Doorbell,
  ) {}

  async confirm(principal: Principal, id: string): Promise<RoundView | NotConfirmed | null> {
    let released: string[] = [];
    const result = await this.door.change<NotConfirmed>(principal, id, async ({ tx, round, as }) => {
      if (as !== 'coach') return { refused: 'not the coach' };
      if (round.confirmedAt !== null) return null;
      if (stateOf(factsOf(round), tx.now) !== 'open') return { refused: 'no longer open' };
      await this.rounds.confirm(tx, id);
      released = await this.mails.release(tx, id);
      return null;
    });
    await this.doorbell.ring(released);
    return result;
  }
}
