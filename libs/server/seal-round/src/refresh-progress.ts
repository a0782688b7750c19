import { Inject, Injectable } from '@nestjs/common';
import { missesPromise } from '@facet/domain-disclosure';
import { CONFIGURATION, type Configuration, Database, LOGGER, type Transaction } from '@facet/platform';
import { EnvelopesOfRound } from '@facet/store-answers-envelopes';
import { Organisations, type Round, Rounds } from '@facet/store-rounds';
import { DateTime } from 'luxon';
import type { Logger } from 'pino';
import { eachRound } from './each-round';

/** The hour, in the organisation's zone, after which the night's words are written: nobody is answering then. */
const NIGHT_HOUR = 3;

/** One word per group, "enough" or "not yet enough", once a night: a word that changed at once would say when somebody answered. */
@Injectable()
export class RefreshProgress {
  constructor(
    private readonly database: Database,
    private readonly rounds: Rounds,
    private readonly organisations: Organisations,
    private readonly envelopes: EnvelopesOfRound,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  async run(): Promise<void> {
    const unsealed = await this.database.as('facet_seal', null, (tx) =>
      tx.query<{ round: string; organisation: string }>('select * from door.unsealed_rounds()'),
    );
    await eachRound(unsealed, this.log, ({ round, organisation }) =>
      this.database.as('facet_seal', organisation, async (tx) => {
        const found = await this.rounds.byId(tx, round);
        if (found) await this.refresh(tx, found);
      }),
    );
  }

  private async refresh(tx: Transaction, round: Round): Promise<void> {
    const { zone } = await this.organisations.current(tx);
    const night = DateTime.fromJSDate(tx.now, { zone }).minus({ hours: NIGHT_HOUR }).toISODate();
    const short = missesPromise(round.promise, await this.envelopes.countSent(tx, round.id)).map(({ code }) => code);
    for (const { code } of round.promise.groups)
      await tx.query(
        `insert into people.group_progress (round, organisation, rater_group, enough, refreshed_on)
          values ($1, platform.organisation(), $2, $3, $4)
          on conflict (round, rater_group) do update set enough = excluded.enough, refreshed_on = excluded.refreshed_on
          where $5 or group_progress.refreshed_on < excluded.refreshed_on`,
        [round.id, code, !short.includes(code), night, this.configuration.demo],
      );
  }
}
