import { Injectable } from '@nestjs/common';
import type { Transaction } from '@facet/platform';

/** How often a seal has met envelopes of a round that it could not open. */
export type UnreadableState = 'tried once' | 'tried again';

/** An hour: a disk or a vault that was away for a moment is back by then. */
const PAUSE = 3_600_000;

/** Rounds of which some envelope could not be opened. A round and two times: nothing here says whose envelope it was, or how many. */
@Injectable()
export class UnreadableRounds {
  async state(tx: Transaction, round: string): Promise<UnreadableState | null> {
    const [row] = await tx.query<{ again: boolean }>(
      'select tried_again is not null as again from answers.unreadable_round where round = $1',
      [round],
    );
    return row ? (row.again ? 'tried again' : 'tried once') : null;
  }

  /** A seal that could not open everything. It counts as a second attempt only when some time has gone by since the first. */
  async note(tx: Transaction, round: string): Promise<void> {
    await tx.query(
      `insert into answers.unreadable_round as known (round, organisation, first_tried) values ($1, platform.organisation(), $2)
        on conflict (round) do update set tried_again = $2 where known.tried_again is null and known.first_tried <= $3`,
      [round, tx.now, new Date(tx.now.getTime() - PAUSE)],
    );
  }

  async forget(tx: Transaction, round: string): Promise<void> {
    await tx.query('delete from answers.unreadable_round where round = $1', [round]);
  }
}
