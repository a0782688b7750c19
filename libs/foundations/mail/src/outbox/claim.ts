import type { Transaction } from '@facet/platform';
import type { Calendar } from '../hours/calendar';
import { localDay } from '../hours/mail-hours';
import type { MailKind } from '../letters';
import { earliest } from './earliest';
import { kindRule } from './kind-rules';
import { lastReminderAlone } from './last-reminders';
import { CLOSED_FOR_NOW, DONE_ITEM, MOOT, SUPPRESSED, TO_COLLEAGUES } from './still-needed';

/** A row that this worker alone may send, until its lease ends. */
export interface ClaimedMail {
  readonly id: string;
  readonly organisation: string;
  readonly person: string;
  readonly kind: MailKind;
  readonly about: string | null;
  /** Counts from 1; every later statement about this attempt names it, so that a worker that lost its lease changes nothing. */
  readonly attempt: number;
}

export interface Lease {
  readonly owner: string;
  readonly seconds: number;
}

interface DueMail {
  readonly kind: MailKind;
  readonly person: string;
  readonly leavesOn: string | null;
  readonly leavesZone: string | null;
}

/**
 * Compare-and-set: of any number of workers one gets the row. The same statement drops the items of colleagues who have answered,
 * declined or been taken out and of rounds that take no more answers; a mail with nothing left to say is cancelled, not claimed.
 * Outside the organisation's hours a mail to colleagues is moved to the next ones instead. That is so even where a round closes
 * before they begin: nobody is disturbed at night, the closing may still be put off, and if it is not, the claim of that morning
 * drops what has come too late.
 */
export async function claim(tx: Transaction, id: string, lease: Lease, calendar: Calendar): Promise<ClaimedMail | null> {
  // Locked by a statement of its own: what was written into the row's items before the lock was ours is seen by the next one.
  const [due] = await tx.query<DueMail>(
    `select kind, person, leaves_on::text as "leavesOn", leaves_zone as "leavesZone" from post.mail
      where id = $1 and state = 'pending' and not_before <= $2 and give_up_at > $2 for update`,
    [id, tx.now],
  );
  if (!due) return null;
  const reminded = due.kind === 'reminder' ? await lastReminderAlone(tx, due.person) : null;
  const leaves = earliest({ ...due, reminded, now: tx.now }, calendar);
  const [row] = await tx.query<ClaimedMail>(
    `with mail as (
        select * from post.mail where id = $1
      ), dropped as (
        update post.mail_item item set dropped = true from mail where item.mail = mail.id and not item.dropped and ${DONE_ITEM}
        returning item.invitation, item.kind, item.ordinal
      ), unlooked as (
        delete from post.reminder_look where round in (
          select i.round from dropped join people.invitation i on i.id = dropped.invitation where dropped.kind <> 'invitation')
      ), kept as (
        select item.invitation, item.kind from post.mail_item item join mail on item.mail = mail.id
          where not item.dropped and (item.invitation, item.kind, item.ordinal) not in (select invitation, kind, ordinal from dropped)
      ), judged as (
        select mail.id, case
            when mail.about is not null and ${MOOT} or mail.about is null and not exists (select from kept) then 'cancelled'
            when ${SUPPRESSED} then 'suppressed'
            when $5::timestamptz > $2 and $6 and (mail.about is not null or ${TO_COLLEAGUES}) then 'rests'
            when ${CLOSED_FOR_NOW} then 'waits'
            else 'sending'
          end as next
        from mail
      ), claimed as (
        update post.mail set
            state = case when next in ('rests', 'waits') then 'pending' else next end,
            not_before = case next when 'rests' then $5 when 'waits' then $2 + interval '10 minutes' else not_before end,
            leaves_on = case next when 'rests' then $7::date else leaves_on end,
            leaves_zone = case next when 'rests' then $8 else leaves_zone end,
            paced_for = case next when 'rests' then null else paced_for end,
            attempt = attempt + case next when 'sending' then 1 else 0 end,
            lease_owner = case next when 'sending' then $3 end,
            lease_until = case next when 'sending' then $2 + make_interval(secs => $4) end
          from judged where post.mail.id = judged.id
          returning post.mail.*
      ), begun as (
        insert into post.mail_attempt (mail, organisation, n, started_at, phase)
          select id, organisation, attempt, $2, 'claimed' from claimed where state = 'sending'
      )
      select id, organisation, person, kind, about, attempt from claimed where state = 'sending'`,
    [...[id, tx.now, lease.owner, lease.seconds, leaves, kindRule(due.kind).rests], ...[localDay(leaves, calendar.zone), calendar.zone]],
  );
  return row ?? null;
}

/**
 * Notes that the body is about to leave. From here on a worker that disappears leaves an unknown outcome behind. False where the
 * lease was lost meanwhile: then nothing may leave.
 */
export async function beginBody(tx: Transaction, mail: ClaimedMail, messageId: string): Promise<boolean> {
  const rows = await tx.query(
    `with mine as (
        update post.mail set message_id = $3 where id = $1 and attempt = $2 and state = 'sending' and lease_until > $4 returning id
      )
      update post.mail_attempt set phase = 'data' where mail = (select id from mine) and n = $2 returning n`,
    [mail.id, mail.attempt, messageId, tx.now],
  );
  return rows.length === 1;
}
