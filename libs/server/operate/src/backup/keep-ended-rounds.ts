import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration, Database } from '@facet/platform';
import { SecretDestruction } from '@facet/store-answers-envelopes';
import { keepEnded } from './beside-the-keys';

/** Writes beside the keys which rounds have been sealed or cancelled: a backup from before would bring them back open. */
@Injectable()
export class KeepEndedRounds {
  constructor(
    private readonly database: Database,
    private readonly destruction: SecretDestruction,
    @Inject(CONFIGURATION) private readonly configuration: Pick<Configuration, 'keysFolder'>,
  ) {}

  async run(): Promise<void> {
    const owed = await this.database.as('facet_seal', null, (tx) => this.destruction.owed(tx));
    await keepEnded(
      this.configuration.keysFolder,
      owed.map(({ round }) => round),
    );
  }
}
