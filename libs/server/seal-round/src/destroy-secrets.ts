import { Inject, Injectable } from '@nestjs/common';
import { VAULT, type Vault } from '@facet/answer-links';
import { CONFIGURATION, type Configuration, Database, LOGGER } from '@facet/platform';
import { SecretDestruction } from '@facet/store-answers-envelopes';
import type { Logger } from 'pino';
import { eachRound } from './each-round';

const DAY = 86_400_000;

/**
 * Pays what seals and cancellings owe: once a backup holds the round as ended, at the latest after the grace for backups, the secret goes,
 * and only the vault's word settles the debt.
 */
@Injectable()
export class DestroySecrets {
  constructor(
    private readonly database: Database,
    private readonly destruction: SecretDestruction,
    @Inject(VAULT) private readonly vault: Vault,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  async run(): Promise<void> {
    const due = await this.database.as('facet_seal', null, async (tx) => {
      const [owed, backedUp] = [await this.destruction.owed(tx), await this.destruction.backedUp(tx)];
      const grace = tx.now.getTime() - this.configuration.keyGraceDays * DAY;
      return owed.filter(({ round, owedSince }) => owedSince.getTime() <= grace || backedUp.has(round));
    });
    await eachRound(due, this.log, async ({ round, organisation }) => {
      await this.vault.destroy(round);
      if (await this.vault.get(round)) return;
      await this.database.as('facet_seal', organisation, (tx) => this.destruction.paid(tx, round));
    });
  }
}
