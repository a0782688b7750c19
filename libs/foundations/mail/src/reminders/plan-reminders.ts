import { nextReminder } from '@facet/domain-round';
import { CONFIGURATION, type Configuration, Database, LOGGER, type Transaction } from '@facet/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Doorbell } from '../doorbell/doorbell';
import { type Calendar, readCalendar } from '../hours/calendar';
import { localDay } from '../hours/mail-hours';
import { earliest } from '../outbox/earliest';
import type { NewItem } from '../outbox/item-rows';
import { lastReminders } from '../outbox/last-reminders';
import { MailRows, type NewMail } from '../outbox/mail-rows';
import { candidates, type Candidate } from './candidates';
import { joinWaiting } from './join-waiting';

/** So many are held in memory at a time. What is due for one person in later ones goes into the mail that was written for earlier ones. */
const ROUNDS_AT_ONCE = 200;

/**
 * Reminders, by the schedule of each round. Run it as often, as early or as late as you like, in as many processes: each reminder
 * of an invitation stands in one mail, and each person gets one mail for a day.
 */
@Injectable()
export class PlanReminders {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly database: Database,
    private readonly rows: MailRows,
    private readonly doorbell: Doorbell,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** Plans what is due in every organisation, and rings for it; returns how many mails are new. One that fails stops no other. */
  async run(): Promise<number> {
    const rounds = await this.database.as('facet_mail', null, (tx) =>
      tx.query<{ round: string; organisation: string }>('select round, organisation from door.rounds_to_look_at($1)', [tx.now]),
    );
    let planned = 0;
    for (const [organisation, its] of Map.groupBy(rounds, (row) => row.organisation))
      try {
        const ids = await this.database.as('facet_mail', organisation, (tx) =>
          this.plan(
            tx,
            its.map(({ round }) => round),
          ),
        );
        await this.doorbell.ring(ids);
        planned += ids.length;
      } catch (err) {
        this.log.error({ err, organisation }, 'the reminders of one organisation could not be planned; the next tick tries again');
      }
    return planned;
  }

  private async plan(tx: Transaction, rounds: readonly string[]): Promise<string[]> {
    // What two processes would plan at once is the same, and the unique keys would see to that; the lock saves the second one the work.
    const [lock] = await tx.query<{ mine: boolean }>(
      `select pg_try_advisory_xact_lock(hashtextextended('facet reminders ' || platform.organisation(), 0)) as mine`,
    );
    if (!lock?.mine) return [];
    const calendar = await readCalendar(tx, this.configuration);
    const ids: string[] = [];
    for (let at = 0; at < rounds.length; at += ROUNDS_AT_ONCE)
      ids.push(...(await this.planSome(tx, rounds.slice(at, at + ROUNDS_AT_ONCE), calendar)));
    return ids;
  }

  /**
   * One mail per person and local day, whatever the number of leaders: the day on which it leaves, or else what becomes due over a
   * weekend would come as two mails on Monday. The claim decides again who still needs it.
   */
  private async planSome(tx: Transaction, rounds: readonly string[], calendar: Calendar): Promise<string[]> {
    const due = Map.groupBy((await candidates(tx, rounds)).flatMap(dueAt(tx.now)), ({ person }) => person);
    if (due.size === 0) return [];
    const joined = await joinWaiting(tx, due);
    const alone = [...due].filter(([person]) => !joined.has(person));
    if (alone.length === 0) return [];
    const reminded = await lastReminders(
      tx,
      alone.map(([person]) => person),
    );
    const mails = alone.map(([person, items]) => mailFor(person, items, calendar, reminded.get(person) ?? null, tx.now));
    return this.rows.write(tx, mails);
  }
}

interface DueItem extends NewItem {
  readonly person: string;
}

const dueAt =
  (now: Date) =>
  (candidate: Candidate): DueItem[] => {
    const { closesAt, schedule, soFar, person, invitation, lastOrdinal } = candidate;
    const next = nextReminder(closesAt, schedule, soFar, now);
    if (next === null || next.at > now) return [];
    const { kind } = next;
    return [{ person, invitation, kind, ordinal: lastOrdinal + 1, closesAt: kind === 'closing_soon' ? closesAt : null }];
  };

function mailFor(person: string, items: readonly NewItem[], calendar: Calendar, reminded: Date | null, now: Date): NewMail {
  const notBefore = earliest({ now, leavesOn: null, leavesZone: null, reminded }, calendar);
  const day = localDay(notBefore, calendar.zone);
  return {
    person,
    kind: 'reminder',
    dedupeKey: `remind:${person}:${day}`,
    about: null,
    notBefore,
    leaves: { on: day, zone: calendar.zone },
    giveUpAt: 'never',
    items,
  };
}
