import type { Transaction } from '@facet/platform';
import { leavesAt, type MailHours } from '../hours/mail-hours';
import type { MailKind } from '../letters';

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

/**
 * Items that nobody, or somebody else, should be written to about: an invitation that got a new address is that address's. A
 * reminder of a round that has closed comes too late; an invitation waits, because the closing may still be moved.
 */
const DONE_ITEM = `exists (select from people.invitation i join people.round r on r.id = i.round where i.id = item.invitation
  and (i.status <> 'invited' or i.person <> mail.person or r.cancelled_at is not null or r.sealed_at is not null
    or (item.kind = 'reminder' and r.closes_at <= $2)))`;

/** Mails about a round or a sign-in that have become pointless. */
const MOOT = `case mail.kind
  when 'check_list' then exists (select from people.round r where r.id = mail.about
    and (r.confirmed_at is not null or r.cancelled_at is not null or r.closes_at <= $2))
  when 'closing_choice' then exists (select from people.round r where r.id = mail.about
    and (r.closes_at > $2 or r.sealed_at is not null or r.cancelled_at is not null))
  when 'sign_in' then exists (select from access.sign_in_request s where s.id = mail.about and s.used_at is not null)
  else false end`;

/** An invitation to a round that is closed for now: it leaves if the round opens again, and is dropped when it is sealed. */
const CLOSED_FOR_NOW = `exists (select from kept join people.invitation i on i.id = kept.invitation join people.round r on r.id = i.round
  where kept.kind = 'invitation' and r.closes_at <= $2)`;

/** Letters that nobody is waiting for. A leader who has just launched waits for their own invitation. */
const TO_COLLEAGUES = `exists (select from kept join people.invitation i on i.id = kept.invitation
  where kept.kind = 'reminder' or i.rater_group <> 'self')`;

/**
 * Compare-and-set: of any number of workers one gets the row. The same statement drops the items of colleagues who have answered,
 * declined or been taken out and of rounds that take no more answers; a mail with nothing left to say is cancelled, not claimed.
 * Outside the organisation's hours a mail to colleagues is moved to the next ones instead. That is so even where a round closes
 * before they begin: nobody is disturbed at night, the closing may still be put off, and if it is not, the claim of that morning
 * drops what has come too late.
 */
export async function claim(tx: Transaction, id: string, lease: Lease, hours: MailHours | null): Promise<ClaimedMail | null> {
  const [row] = await tx.query<ClaimedMail>(
    `with mail as (
        select * from post.mail where id = $1 and state = 'pending' and not_before <= $2 and give_up_at > $2 for update
      ), dropped as (
        update post.mail_item item set dropped = true from mail where item.mail = mail.id and not item.dropped and ${DONE_ITEM}
        returning item.invitation
      ), kept as (
        select item.invitation, item.kind from post.mail_item item join mail on item.mail = mail.id
          where not item.dropped and item.invitation not in (select invitation from dropped)
      ), judged as (
        select mail.id, case
            when mail.about is not null and ${MOOT} or mail.about is null and not exists (select from kept) then 'cancelled'
            when ${CLOSED_FOR_NOW} or $5 > $2 and ${TO_COLLEAGUES} then 'pending'
            else 'sending'
          end as next
        from mail
      ), claimed as (
        update post.mail set
            state = next,
            not_before = case next when 'pending' then greatest($5, $2 + interval '10 minutes') else not_before end,
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
    [id, tx.now, lease.owner, lease.seconds, leavesAt(tx.now, await zoneOf(tx), hours)],
  );
  return row ?? null;
}

/** Of the organisation whose transaction this is. */
async function zoneOf(tx: Transaction): Promise<string> {
  const [organisation] = await tx.query<{ zone: string }>('select zone from people.organisation where id = platform.organisation()');
  if (!organisation) throw new Error('a mail is claimed in the transaction of its organisation');
  return organisation.zone;
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
