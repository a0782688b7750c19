import { HOURS_AFTER_INVITATION, type ReminderSchedule, type RemindedSoFar, USUAL_REMINDERS } from '@facet/domain-round';
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

/**
 * All for whom a reminder could be due now, by the schedule of their round; those who cannot be reached, or asked not to be, are not.
 * The days of a schedule are of 24 hours. What could be due is a first sieve; the domain says what is.
 */
export async function candidates(tx: Transaction): Promise<Candidate[]> {
  const { firstDays, spacingDays, most, closingSoonDays } = USUAL_REMINDERS;
  const rows = await tx.query<CandidateRow>(
    `with asked as (
        select i.id as invitation, i.person, r.id as round, r.closes_at
          from people.round r join people.invitation i on i.round = r.id and i.status = 'invited'
          where r.confirmed_at is not null and r.sealed_at is null and r.cancelled_at is null and r.closes_at > $1
            and not exists (select from post.suppression s where s.person = i.person)
      ), invited as (
        select asked.invitation, max(mail.sent_at) as at
          from asked join post.mail_item item on item.invitation = asked.invitation and item.kind = 'invitation'
            join post.mail mail on mail.id = item.mail and mail.person = asked.person and mail.state in ('sent', 'unknown')
          group by asked.invitation
      ), so_far as (
        select asked.invitation, max(item.ordinal) as "lastOrdinal", (count(*) filter (where not item.dropped))::int as count,
            max(coalesce(mail.sent_at, mail.not_before)) filter (where not item.dropped) as last,
            max(coalesce(mail.sent_at, mail.not_before)) as touched,
            bool_or(item.closes_at = asked.closes_at and not item.dropped) as "closingTold"
          from asked join post.mail_item item on item.invitation = asked.invitation and item.kind <> 'invitation'
            join post.mail mail on mail.id = item.mail
          group by asked.invitation
      )
      select asked.invitation, asked.person, asked.closes_at as "closesAt", invited.at as "invitedAt", schedule.*, so_far.last,
          coalesce(so_far."lastOrdinal", 0) as "lastOrdinal", coalesce(so_far.count, 0) as count,
          coalesce(so_far."closingTold", false) as "closingTold", wish.asked
        from asked join invited using (invitation) left join so_far using (invitation)
          left join post.reminder_schedule own using (round)
          cross join lateral (
            select case when own is null then $2 else own.first_days end as "firstDays", coalesce(own.spacing_days, $3) as "spacingDays",
              coalesce(own.most, $4) as most, case when own is null then $5 else own.closing_soon_days end as "closingSoonDays"
          ) schedule
          cross join lateral (
            select exists (select from post.asked_reminder a where a.round = asked.round and a.at >= invited.at + make_interval(hours => $6)
              and (so_far.touched is null or a.at > so_far.touched)) as asked
          ) wish
        where wish.asked or (invited.at + make_interval(hours => 24 * "firstDays") <= $1
            or asked.closes_at - make_interval(hours => 24 * "closingSoonDays") <= $1)
          and (so_far.last is null or so_far.last + make_interval(hours => 24 * "spacingDays") <= $1)
        order by asked.person, asked.closes_at, asked.invitation`,
    [tx.now, firstDays, spacingDays, most, closingSoonDays, HOURS_AFTER_INVITATION],
  );
  return rows.map((row) => ({ ...row, schedule: row, soFar: row }));
}
