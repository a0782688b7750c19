import { isReminderDue, REMINDER_DAYS } from '@facet/domain-round';
import { CONFIGURATION, type Configuration, Database, type Transaction } from '@facet/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { Doorbell } from '../doorbell/doorbell';
import { leavesAt, mailHours } from '../hours/mail-hours';
import { MailRows, type NewMail } from '../outbox/mail-rows';
import { joinResting } from './join-resting';

/** The one automatic reminder, shortly before closing. Run it as often as you like: each invitation is reminded once. */
@Injectable()
export class PlanReminders {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly database: Database,
    private readonly rows: MailRows,
    private readonly doorbell: Doorbell,
  ) {}

  /** Plans what is due in every organisation, and rings for it; returns how many mails are new. */
  async run(): Promise<number> {
    const open = await this.database.as('facet_mail', null, (tx) =>
      tx.query<{ organisation: string }>('select distinct organisation from door.unsealed_rounds()'),
    );
    let planned = 0;
    for (const { organisation } of open) {
      const ids = await this.database.as('facet_mail', organisation, (tx) => this.plan(tx));
      await this.doorbell.ring(ids);
      planned += ids.length;
    }
    return planned;
  }

  /**
   * One mail per person and local day, whatever the number of leaders: the day on which it leaves, or else what becomes due over a
   * weekend would come as two mails on Monday. The claim decides again who still needs it.
   */
  async plan(tx: Transaction): Promise<string[]> {
    const due = (await candidates(tx)).filter((candidate) => isReminderDue(candidate, candidate.invitedAt, tx.now));
    const mails = [...Map.groupBy(due, ({ person }) => person)].map(([person, invitations]) => this.mail(person, invitations, tx.now));
    const written = await this.rows.write(tx, mails);
    await joinResting(tx, mails);
    return written;
  }

  private mail(person: string, invitations: readonly Candidate[], now: Date): NewMail {
    const zone = invitations[0]?.organisationZone ?? 'UTC';
    const notBefore = leavesAt(now, zone, mailHours(this.configuration));
    return {
      person,
      kind: 'reminder',
      dedupeKey: `remind:${person}:${localDate(notBefore, zone)}`,
      about: null,
      notBefore,
      giveUpAt: 'never',
      items: invitations.map(({ invitation }) => ({ invitation, kind: 'reminder', ordinal: 1 })),
    };
  }
}

interface Candidate {
  readonly invitation: string;
  readonly person: string;
  readonly organisationZone: string;
  readonly invitedAt: Date;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly sealedAt: null;
  readonly releasedAt: null;
  readonly cancelledAt: null;
}

const DAY_MS = 86_400_000;

/** Those who were reached by their invitation, have not answered, and were not reminded before. */
const candidates = (tx: Transaction): Promise<Candidate[]> =>
  tx.query<Candidate>(
    `select i.id as invitation, i.person, o.zone as "organisationZone", invited.at as "invitedAt", r.confirmed_at as "opensAt",
        r.closes_at as "closesAt", r.sealed_at as "sealedAt", r.released_at as "releasedAt", r.cancelled_at as "cancelledAt"
      from people.round r
        join people.organisation o on o.id = r.organisation
        join people.invitation i on i.round = r.id and i.status = 'invited'
        join lateral (
          select max(a.finished_at) as at from post.mail_item item
            join post.mail mail on mail.id = item.mail and mail.state in ('sent', 'unknown')
            join post.mail_attempt a on a.mail = mail.id and a.n = mail.attempt
          where item.invitation = i.id and item.kind = 'invitation'
        ) invited on invited.at is not null
      where r.confirmed_at is not null and r.sealed_at is null and r.cancelled_at is null and r.closes_at > $1 and r.closes_at <= $2
        and not exists (select from post.mail_item item where item.invitation = i.id and item.kind = 'reminder')
      order by i.person, r.closes_at`,
    [tx.now, new Date(tx.now.getTime() + REMINDER_DAYS * DAY_MS)],
  );

const localDate = (instant: Date, zone: string): string => DateTime.fromJSDate(instant, { zone }).toISODate() ?? '';
