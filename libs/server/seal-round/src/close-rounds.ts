import { Inject, Injectable } from '@nestjs/common';
import { fold, missesPromise } from '@facet/domain-disclosure';
import { isDueForClosing, sealsByItselfAt } from '@facet/domain-round';
import { letterAbout, MailRows, type NewMail } from '@facet/mail';
import { Database, LOGGER } from '@facet/platform';
import { EnvelopesOfRound } from '@facet/store-answers-envelopes';
import { factsOf, type Round, Rounds } from '@facet/store-rounds';
import type { Logger } from 'pino';
import { CancelShortRound } from './cancel-short-round';
import { eachRound } from './each-round';
import { SealRound } from './seal-round';

type Fate = 'not due' | 'seal' | 'ask the coach' | 'cancel';

/** What the clock does with rounds that have closed. Run it early, late or twice: each round meets its fate once. */
@Injectable()
export class CloseRounds {
  constructor(
    private readonly database: Database,
    private readonly rounds: Rounds,
    private readonly envelopes: EnvelopesOfRound,
    private readonly mails: MailRows,
    private readonly sealing: SealRound,
    private readonly cancelling: CancelShortRound,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  async run(): Promise<void> {
    const unsealed = await this.database.as('facet_seal', null, (tx) =>
      tx.query<{ round: string; organisation: string }>('select * from door.unsealed_rounds()'),
    );
    await eachRound(unsealed, this.log, ({ organisation, round }) => this.close(organisation, round));
  }

  private async close(organisation: string, id: string): Promise<void> {
    switch (await this.fate(organisation, id)) {
      case 'not due':
      case 'ask the coach':
        return;
      case 'cancel':
        return this.cancelling.cancel(organisation, id);
      case 'seal': {
        const result = await this.sealing.seal(organisation, id, 'clock');
        if (result === 'secret missing' || result === 'answers unreadable')
          this.log.error({ round: id, result }, 'a round cannot be sealed');
      }
    }
  }

  private fate(organisation: string, id: string): Promise<Fate> {
    return this.database.as('facet_seal', organisation, async (tx): Promise<Fate> => {
      const round = await this.rounds.byId(tx, id);
      if (!round || !isDueForClosing(factsOf(round), tx.now)) return 'not due';
      const sent = await this.envelopes.countSent(tx, id);
      if (missesPromise(round.promise, sent).length === 0) return 'seal';
      if (tx.now >= sealsByItselfAt(round.closesAt))
        return fold(round.promise, sent).some(({ withheld }) => withheld === null) ? 'seal' : 'cancel';
      await this.mails.write(tx, [askCoach(round, tx.now)]);
      return 'ask the coach';
    });
  }
}

/** Once for each closing time: after an extension the question may come up again. */
const askCoach = ({ id, coach, closesAt }: Round, now: Date): NewMail =>
  letterAbout({ round: id, kind: 'closing_choice', person: coach, cause: closesAt.toISOString() }, now);
