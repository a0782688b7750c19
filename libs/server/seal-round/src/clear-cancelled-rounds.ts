import { Inject, Injectable } from '@nestjs/common';
import { Database, LOGGER } from '@facet/platform';
import { EnvelopesOfRound, RoundLocks, SecretDestruction, UnreadableRounds } from '@facet/store-answers-envelopes';
import type { Logger } from 'pino';
import { eachRound } from './each-round';

/** Whoever cancels a round may not reach its envelopes: they are cleared away here, and the secret is owed to be destroyed. */
@Injectable()
export class ClearCancelledRounds {
  constructor(
    private readonly database: Database,
    private readonly locks: RoundLocks,
    private readonly envelopes: EnvelopesOfRound,
    private readonly destruction: SecretDestruction,
    private readonly unreadable: UnreadableRounds,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  async run(): Promise<void> {
    const cancelled = await this.database.as('facet_seal', null, (tx) =>
      tx.query<{ round: string; organisation: string }>('select * from door.uncleared_rounds()'),
    );
    await eachRound(cancelled, this.log, ({ round, organisation }) =>
      this.database.as('facet_seal', organisation, async (tx) => {
        await this.locks.sealAlone(tx, round);
        await this.envelopes.deleteAll(tx, round);
        await this.envelopes.forgetWhoAnswered(tx, round);
        await this.unreadable.forget(tx, round);
        await this.destruction.owe(tx, round);
      }),
    );
  }
}
