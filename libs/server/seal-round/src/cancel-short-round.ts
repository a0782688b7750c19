import { Injectable } from '@nestjs/common';
import { recordEvent } from '@facet/audit-log';
import { sealsByItselfAt } from '@facet/domain-round';
import { MailRows, tellCancelled } from '@facet/mail';
import { Database } from '@facet/platform';
import { Rounds } from '@facet/store-rounds';

/** Seven days after closing no group reaches its minimum: nothing could be shown, so nothing is kept, and everyone is told. */
@Injectable()
export class CancelShortRound {
  constructor(
    private readonly database: Database,
    private readonly rounds: Rounds,
    private readonly mails: MailRows,
  ) {}

  cancel(organisation: string, id: string): Promise<void> {
    return this.database.as('facet_people', organisation, async (tx) => {
      const round = await this.rounds.lock(tx, id);
      if (!round || round.sealedAt || round.cancelledAt) return;
      // Extended since its fate was decided: then there is nothing to cancel.
      if (tx.now < sealsByItselfAt(round.closesAt)) return;
      await this.rounds.cancel(tx, id);
      recordEvent(tx, { kind: 'round_cancelled', by: 'clock', round: id, detail: {} });
      await tellCancelled(tx, this.mails, id);
      // What was still held is let go, and the worker drops it because the round is cancelled.
      await this.mails.release(tx, id);
    });
  }
}
