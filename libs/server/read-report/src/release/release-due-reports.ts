import { Inject, Injectable } from '@nestjs/common';
import { recordEvent } from '@facet/audit-log';
import { releasesItselfAt, releaseStep } from '@facet/domain-round';
import { Doorbell, keyAbout, letterAbout, MailRows, type NewMail } from '@facet/mail';
import { Database, LOGGER, type Transaction } from '@facet/platform';
import { Snapshots } from '@facet/store-answers-released';
import { type Round, Rounds } from '@facet/store-rounds';
import type { Logger } from 'pino';
import { markReleased, settleRelease } from './release-rows';

/**
 * What the clock does with reports whose coach has not released them: reminds the coach, warns once more, releases. Run it early, late or
 * twice: each step is decided under the round's lock from what has been written, and nothing is released that was not announced.
 */
@Injectable()
export class ReleaseDueReports {
  constructor(
    private readonly database: Database,
    private readonly rounds: Rounds,
    private readonly snapshots: Snapshots,
    private readonly mails: MailRows,
    private readonly doorbell: Doorbell,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  async run(): Promise<void> {
    const unreleased = await this.database.as('facet_report', null, (tx) =>
      tx.query<{ round: string; organisation: string }>('select * from door.unreleased_rounds()'),
    );
    for (const { round, organisation } of unreleased) {
      const told = await this.database
        .as('facet_report', organisation, (tx) => this.step(tx, round))
        .catch((err: unknown) => {
          this.log.error({ err, round }, 'the release of a report');
          return [];
        });
      if (told.length > 0) await this.doorbell.ring(told);
    }
  }

  private async step(tx: Transaction, id: string): Promise<string[]> {
    const round = await this.rounds.lock(tx, id);
    if (!round || round.cancelledAt || !(await this.snapshots.ofRound(tx, id))) return [];
    const facts = { ...round, chosen: round.releaseChosen, warned: await this.wasWarned(tx, round) };
    const step = releaseStep(facts, tx.now);
    switch (step) {
      case 'nothing':
        return [];
      case 'remind': {
        await settleRelease(tx, id, releasesItselfAt(step, tx.now), false);
        return this.mails.write(tx, [letterAbout({ round: id, kind: 'report_waiting', person: round.coach, cause: 'first' }, tx.now)]);
      }
      case 'warn':
        return this.mails.write(tx, [warning(round, round.releasesAt, tx.now)]);
      case 'postpone': {
        const at = releasesItselfAt(step, tx.now);
        await settleRelease(tx, id, at, false);
        return this.mails.write(tx, [warning(round, at, tx.now)]);
      }
      case 'release': {
        await markReleased(tx, id, !round.releaseChosen);
        recordEvent(tx, { kind: 'report_released', by: 'clock', round: id, detail: {} });
        const kind = round.releaseChosen ? 'report_released' : 'report_released_itself';
        return this.mails.write(tx, [letterAbout({ round: id, kind, person: round.leader }, tx.now)]);
      }
    }
  }

  /** Of that very day: after another was settled the warning before it counts for nothing. */
  private async wasWarned(tx: Transaction, { id, releasesAt }: Round): Promise<boolean> {
    const rows = await tx.query('select from post.mail where dedupe_key = $1', [
      keyAbout({ round: id, kind: 'report_waiting', cause: causeOf(releasesAt) }),
    ]);
    return rows.length > 0;
  }
}

const causeOf = (releasesAt: Date | null): string => releasesAt?.toISOString() ?? 'never';

const warning = ({ id, coach }: Round, releasesAt: Date | null, now: Date): NewMail =>
  letterAbout({ round: id, kind: 'report_waiting', person: coach, cause: causeOf(releasesAt) }, now);
