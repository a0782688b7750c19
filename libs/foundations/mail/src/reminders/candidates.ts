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
 * All in these rounds for whom a reminder could be due now, by the schedule of their round; those who cannot be reached, or asked not
 * to be, are not. The days of a schedule are of 24 hours. What could be due is a first sieve; the domain says what is.
 *
 * The same statement writes down that the rounds were looked at, and when to look again: at the next instant that a schedule names, of
 * anybody in the round whether they have answered or not, and a day from now at the latest. Whose invitation has not arrived until now
 * is not to be reminded before that, and whoever is left out now and could be reminded again does not wait longer.
 */
export async function candidates(tx: Transaction, rounds: readonly string[]): Promise<Candidate[]> {
  const { firstDays, spacingDays, most, closingSoonDays } = USUAL_REMINDERS;
  const rows = await tx.query<CandidateRow>(
    `with reminding as materialized (
        select r.id as round, r.closes_at, r.organisation, schedule.*,
            (select max(a.at) from post.asked_reminder a where a.round = r.id) as asked_at
          from people.round r left join post.reminder_schedule own on own.round = r.id cross join lateral (
            select case when own is null then $3::int else own.first_days end as "firstDays", coalesce(own.spacing_days, $4) as "spacingDays",
              coalesce(own.most, $5) as most, case when own is null then $6::int else own.closing_soon_days end as "closingSoonDays") schedule
          where r.id = any($2) and r.confirmed_at is not null and r.sealed_at is null and r.cancelled_at is null and r.closes_at > $1
      ), arrived as materialized (
        select i.id as invitation, i.person, i.status, i.round, sent.at
          from reminding join people.invitation i using (round) cross join lateral (
            select max(mail.sent_at) as at
              from post.mail_item item join post.mail mail on mail.id = item.mail and mail.person = i.person and mail.state in ('sent', 'unknown')
              where item.invitation = i.id and item.kind = 'invitation') sent
          where sent.at is not null
      ), told as materialized (
        select *, arrived.at + make_interval(hours => 24 * "firstDays") as first,
            closes_at - make_interval(hours => 24 * "closingSoonDays") as soon,
            last + make_interval(hours => 24 * "spacingDays") as spaced
          from arrived join reminding using (round) cross join lateral (
            select coalesce(max(item.ordinal), 0) as "lastOrdinal", (count(*) filter (where not item.dropped))::int as count,
                max(coalesce(mail.sent_at, mail.not_before)) filter (where not item.dropped) as last,
                max(coalesce(mail.sent_at, mail.not_before)) as touched,
                coalesce(bool_or(item.closes_at = reminding.closes_at and not item.dropped), false) as "closingTold"
              from post.mail_item item join post.mail mail on mail.id = item.mail
              where item.invitation = arrived.invitation and item.kind <> 'invitation') so_far
      ), next as (
        select round, min(next.at) as at from told cross join lateral (values (first), (soon), (spaced)) next (at) where next.at > $1 group by round
      ), looked as (
        insert into post.reminder_look (round, organisation, at, again_at, closes_at, asked_at)
          select round, organisation, $1, least($1 + make_interval(hours => $7), next.at), closes_at, asked_at
            from reminding left join next using (round)
          on conflict (round) do update set at = excluded.at, again_at = excluded.again_at, closes_at = excluded.closes_at,
            asked_at = excluded.asked_at
      )
      select invitation, person, closes_at as "closesAt", told.at as "invitedAt", "firstDays", "spacingDays", most, "closingSoonDays",
          last, "lastOrdinal", count, "closingTold", wish.asked
        from told cross join lateral (
          select coalesce(asked_at >= told.at + make_interval(hours => $7) and (touched is null or asked_at > touched), false) as asked) wish
        where status = 'invited' and not exists (select from post.suppression s where s.person = told.person)
          and (wish.asked or (first <= $1 or soon <= $1) and (spaced is null or spaced <= $1))
        order by person, closes_at, invitation`,
    [tx.now, rounds, firstDays, spacingDays, most, closingSoonDays, HOURS_AFTER_INVITATION],
  );
  return rows.map((row) => ({ ...row, schedule: row, soFar: row }));
}
