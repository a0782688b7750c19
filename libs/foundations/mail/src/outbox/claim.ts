import type { Transaction } from '@facet/platform';
import type { Calendar } from '../hours/calendar';
import { localDay } from '../hours/mail-hours';
import type { MailKind } from '../letters';
import { earliest } from './earliest';
import { kindRule } from './kind-rules';
import { lastRemindersAlone } from './last-reminders';
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
  readonly id: string;
  readonly kind: MailKind;
  readonly person: string;
  readonly about: string | null;
  readonly leavesOn: string | null;
  readonly leavesZone: string | null;
}

/**
 * Compare-and-set: of any number of workers one gets a row; of several rows each stands for itself. The same statement drops the items
 * of colleagues who have answered, declined or been taken out and of rounds that take no more answers; a mail with nothing left to say
 * is cancelled, not claimed. Outside the organisation's hours a mail to colleagues is moved to the next ones instead. That is so even
 * where a round closes before they begin: nobody is disturbed at night, the closing may still be put off, and if it is not, the claim
 * of that morning drops what has come too late.
 */
export async function claim(tx: Transaction, ids: readonly string[], lease: Lease, calendar: Calendar): Promise<ClaimedMail[]> {
  // Locked by a statement of its own: what was written into the rows' items before the lock was ours is seen by the next one.
  const found = await tx.query<DueMail>(
    `select id, kind, person, about, leaves_on::text as "leavesOn", leaves_zone as "leavesZone" from post.mail
      where id = any($1) and state = 'pending' and not_before <= $2 and give_up_at > $2 order by id for update`,
    [ids, tx.now],
  );
  const due = onePerPerson(found);
  if (due.length === 0) return [];
  const people = due.filter(({ kind }) => kind === 'reminder').map(({ person }) => person);
  const reminded = people.length > 0 ? await lastRemindersAlone(tx, people) : new Map<string, Date>();
  const leave = due.map((mail) =>
    earliest({ ...mail, reminded: mail.kind === 'reminder' ? (reminded.get(mail.person) ?? null) : null, now: tx.now }, calendar),
  );
  // The database plans each statement anew, and what is asked of letters about a round takes it longer than all the rest.
  const about = due.some((mail) => mail.about !== null);
  return tx.query<ClaimedMail>(
    `with given as (
        select * from unnest($1::uuid[], $5::timestamptz[], $6::boolean[], $7::date[]) as given (id, leaves, rests, day)
      ), mail as (
        select mail.*, leaves, rests, day from post.mail mail join given using (id)
      ), dropped as (
        update post.mail_item item set dropped = true from mail where item.mail = mail.id and not item.dropped and ${DONE_ITEM}
        returning item.mail, item.invitation, item.kind, item.ordinal
      ), unlooked as (
        delete from post.reminder_look where round in (
          select i.round from dropped join people.invitation i on i.id = dropped.invitation where dropped.kind <> 'invitation')
      ), kept as (
        select item.mail, item.invitation, item.kind from post.mail_item item join mail on item.mail = mail.id
          where not item.dropped and (item.mail, item.invitation, item.kind, item.ordinal) not in (
            select mail, invitation, kind, ordinal from dropped)
      ), judged as materialized (
        select mail.id, leaves, day, case
            when mail.about is not null and ${about ? MOOT : 'false'}
              or mail.about is null and not exists (select from kept where kept.mail = mail.id) then 'cancelled'
            when ${people.length > 0 ? SUPPRESSED : 'false'} then 'suppressed'
            when leaves > $2 and rests and (mail.about is not null or ${TO_COLLEAGUES}) then 'rests'
            when ${CLOSED_FOR_NOW} then 'waits'
            else 'sending'
          end as next
        from mail
      ), claimed as (
        update post.mail set
            state = case when next in ('rests', 'waits') then 'pending' else next end,
            not_before = case next when 'rests' then leaves when 'waits' then $2 + interval '10 minutes' else not_before end,
            leaves_on = case next when 'rests' then day else leaves_on end,
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
    [
      ...[due.map(({ id }) => id), tx.now, lease.owner, lease.seconds, leave, due.map(({ kind }) => kindRule(kind).rests)],
      ...[leave.map((at) => localDay(at, calendar.zone)), calendar.zone],
    ],
  );
}

/** Two reminders of one person would not know of each other; the second one's turn comes with the next sweep. */
function onePerPerson(found: readonly DueMail[]): DueMail[] {
  const reminded = new Set<string>();
  return found.filter(({ kind, person }) => {
    if (kind !== 'reminder') return true;
    const first = !reminded.has(person);
    reminded.add(person);
    return first;
  });
}

export interface BodyToLeave {
  readonly mail: ClaimedMail;
  readonly messageId: string;
}

/**
 * Notes that these bodies are about to leave, and says of each whether it may: not where its lease was lost meanwhile. From here on a
 * worker that disappears leaves an unknown outcome behind. The lease begins anew, so that it outlasts the server's silence.
 */
export async function beginBodies(tx: Transaction, bodies: readonly BodyToLeave[], leaseSeconds: number): Promise<boolean[]> {
  const rows = await tx.query<{ mail: string }>(
    `with given as (
        select * from unnest($1::uuid[], $2::int[], $3::text[]) as given (id, n, message_id)
      ), mine as (
        update post.mail mail set message_id = given.message_id, lease_until = $4::timestamptz + make_interval(secs => $5)
          from given where mail.id = given.id and mail.attempt = given.n and mail.state = 'sending' and mail.lease_until > $4
          returning mail.id, given.n
      )
      update post.mail_attempt attempt set phase = 'data' from mine where attempt.mail = mine.id and attempt.n = mine.n returning attempt.mail`,
    [
      ...[bodies.map(({ mail }) => mail.id), bodies.map(({ mail }) => mail.attempt), bodies.map(({ messageId }) => messageId)],
      ...[tx.now, leaseSeconds],
    ],
  );
  const may = new Set(rows.map(({ mail }) => mail));
  return bodies.map(({ mail }) => may.has(mail.id));
}
