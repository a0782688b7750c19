import { Injectable } from '@nestjs/common';
import { recordEvent } from '@facet/audit-log';
import type { RoundView } from '@facet/contract';
import { mayMove, stateOf } from '@facet/domain-round';
import { Doorbell, MailRows, tellCancelled } from '@facet/mail';
import type { Principal } from '@facet/platform';
import { factsOf, Rounds } from '@facet/store-rounds';
import { RoundDoor } from './round-door';

export interface NotCancelled {
  readonly refused: 'report is made';
}

/** Ends a round without a report, and tells everyone who knows of it. What had been answered is cleared away by seal-round. */
@Injectable()
export class CancelRound {
  constructor(
    private readonly door: RoundDoor,
    private readonly rounds: Rounds,
    private readonly mails: MailRows,
    private readonly doorbell: Doorbell,
  ) {}

  async cancel(principal: Principal, id: string): Promise<RoundView | NotCancelled | null> {
    let ring: string[] = [];
    const result = await this.door.change<NotCancelled>(principal, id, async ({ tx, round, person }) => {
      if (round.cancelledAt !== null) return null;
      if (!mayMove(stateOf(factsOf(round), tx.now), 'cancelled')) return { refused: 'report is made' };
      const told = await tellCancelled(tx, this.mails, id);
      await this.rounds.cancel(tx, id);
      recordEvent(tx, { kind: 'round_cancelled', by: { person }, round: id, detail: {} });
      // Whatever was still held is let go, and the worker drops it because the round is cancelled: nothing is held for ever.
      ring = [...told, ...(await this.mails.release(tx, id))];
      return null;
    });
    await this.doorbell.ring(ring);
    return result;
  }
}
