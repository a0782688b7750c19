import { type ReminderSchedule, type RemindedSoFar, USUAL_REMINDERS } from '@facet/domain-round';
import type { Transaction } from '@facet/platform';

/** An invitation in an open round that has arrived and has not been answered, with what it has been reminded of. */
export interface Candidate {
  readonly invitation: string;
  readonly person: string;
  readonly closesAt: Date;
  readonly schedule: ReminderSchedule;
  readonly soFar: RemindedSoFar;
  /** Of its last reminder, whatever the kind; 0 where there was none. */
  readonly lastOrdinal: number;
}

interface CandidateRow extends RemindedSoFar, ReminderSchedule, Pick<Candidate, 'invitation' | 'person' | 'closesAt' | 'lastOrdinal'> {}

/** All for whom a reminder could be due now, by the schedule of their round; those who cannot be reached, or asked not to be, are not. */
export async function candidates(tx: Transaction): Promise<Candidate[]> {
  const { firstDays, spacingDays, most, closingSoonDays } = USUAL_REMINDERS;
  const rows = await tx.query<CandidateRow>(
    `select i.id as invitation, i.person, r.closes_at as "closesAt", invited.at as "invitedAt", schedule.*, so_far.*
      from people.round r
        left join post.reminder_schedule own on own.round = r.id
        cross join lateral (
          select case when own is null then $2 else own.first_days end as "firstDays", coalesce(own.spacing_days, $3) as "spacingDays",
            coalesce(own.most, $4) as most, case when own is null then $5 else own.closing_soon_days end as "closingSoonDays"
        ) schedule
        join people.invitation i on i.round = r.id and i.status = 'invited'
        cross join lateral (
          select max(a.finished_at) as at from post.mail_item item
            join post.mail mail on mail.id = item.mail and mail.state in ('sent', 'unknown') and mail.person = i.person
            join post.mail_attempt a on a.mail = mail.id and a.n = mail.attempt
          where item.invitation = i.id and item.kind = 'invitation'
        ) invited
        cross join lateral (
          select count(*) filter (where not item.dropped)::int as count, coalesce(max(item.ordinal), 0) as "lastOrdinal",
              max(coalesce(mail.sent_at, a.started_at, mail.not_before)) filter (where not item.dropped) as last,
              coalesce(bool_or(item.closes_at = r.closes_at) filter (where not item.dropped), false) as "closingTold"
            from post.mail_item item join post.mail mail on mail.id = item.mail
              left join post.mail_attempt a on a.mail = mail.id and a.n = mail.attempt
            where item.invitation = i.id and item.kind <> 'invitation'
        ) so_far
      where r.confirmed_at is not null and r.sealed_at is null and r.cancelled_at is null and r.closes_at > $1 and invited.at is not null
        and ( -- the days of a schedule are of 24 hours; which of them is next is for the domain to say
          invited.at + make_interval(hours => 24 * "firstDays") <= $1 or r.closes_at - make_interval(hours => 24 * "closingSoonDays") <= $1)
        and not exists (select from post.suppression s where s.person = i.person)
      order by i.person, r.closes_at, i.id`,
    [tx.now, firstDays, spacingDays, most, closingSoonDays],
  );
  return rows.map((row) => ({ ...row, schedule: row, soFar: row }));
}
