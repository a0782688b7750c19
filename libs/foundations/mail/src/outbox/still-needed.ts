// What the claim asks of a mail and of its items, in SQL. Each sees `mail`, and where it says so `item` or `kept`; $2 is now.

/**
 * Items that nobody, or somebody else, should be written to about: an invitation that got a new address is that address's, and one
 * whose link was replaced has a later mail. A
 * reminder of a round that has closed comes too late, and one that a closing is near is wrong once that closing has moved; an
 * invitation waits, because the closing may still be moved.
 */
export const DONE_ITEM = `exists (select from people.invitation i join people.round r on r.id = i.round where i.id = item.invitation
  and ((i.status <> 'invited' and (item.kind <> 'link_again' or i.status = 'revoked')) or i.person <> mail.person or item.kind = 'invitation' and item.ordinal < i.version or r.cancelled_at is not null or r.sealed_at is not null
    or item.kind <> 'invitation' and r.closes_at <= $2 or item.kind = 'closing_soon' and r.closes_at <> item.closes_at))`;

const OTHER_COACH = `exists (select from people.round r where r.id = mail.about and r.coach <> mail.person)`;

/** Somebody else checks the list: neither the coach, nor at present in the coach's stead. */
const NOT_THEIRS_TO_CHECK = `${OTHER_COACH} and not exists (select from people.approver a where a.round = mail.about
  and a.person = mail.person and (a.until is null or a.until > $2))`;

/** To leaders, coaches and administrators, about what they see only once they have signed in. */
const BEHIND_A_SIGN_IN = `('sign_in', 'second_factor_reset', 'check_list', 'check_additions', 'wrong_group', 'closing_choice', 'unreadable_choice', 'coach_assigned', 'report_ready',
  'report_waiting', 'report_released', 'report_released_itself', 'audit_alarm')`;

/** Whoever may no longer sign in learns nothing more of rounds that they led, coached or looked after. */
const LOCKED_OUT = `mail.kind in ${BEHIND_A_SIGN_IN}
  and exists (select from people.person p where p.id = mail.person and p.disabled_at is not null)`;

/**
 * Mails about a round or a sign-in that have become pointless. Whoever declined or was taken out is left in peace, and so is a coach
 * whose round has another coach, or somebody who no longer checks its list.
 */
export const MOOT = `case
  when ${LOCKED_OUT} then true
  when mail.kind in ('check_list', 'check_additions') and ${NOT_THEIRS_TO_CHECK} then true
  when mail.kind in ('closing_choice', 'report_ready', 'report_waiting', 'coach_assigned', 'unreadable_choice') and ${OTHER_COACH} then true
  else case mail.kind
  when 'check_list' then exists (select from people.round r where r.id = mail.about
    and (r.confirmed_at is not null or r.cancelled_at is not null or r.closes_at <= $2))
  when 'check_additions' then exists (select from people.round r where r.id = mail.about
    and (r.cancelled_at is not null or r.closes_at <= $2))
  when 'closing_choice' then exists (select from people.round r where r.id = mail.about
    and (r.closes_at > $2 or r.sealed_at is not null or r.cancelled_at is not null))
  when 'report_waiting' then exists (select from people.round r where r.id = mail.about
    and (r.released_at is not null or r.release_chosen or r.releases_at is null))
  when 'unreadable_choice' then exists (select from people.round r where r.id = mail.about
    and (r.sealed_at is not null or r.cancelled_at is not null))
  when 'round_cancelled' then exists (select from people.invitation i where i.round = mail.about and i.person = mail.person
    and i.rater_group <> 'self' and i.status in ('declined', 'revoked'))
  when 'wrong_group' then ${OTHER_COACH}
  when 'sign_in' then exists (select from access.sign_in_request s where s.id = mail.about and s.used_at is not null)
  else false end end`;

/** Whoever cannot be reached, or asked not to be, gets no reminder; nor does an address whose owner asked for that and was forgotten. */
export const SUPPRESSED = `mail.kind = 'reminder' and (exists (select from post.suppression s where s.person = mail.person)
  or exists (select from operate.silence s join people.person p on s.hash = sha256(s.salt || convert_to(lower(p.email), 'UTF8'))
    where p.id = mail.person))`;

/** An invitation to a round that is closed for now: it leaves if the round opens again, and is dropped when it is sealed. */
export const CLOSED_FOR_NOW = `exists (select from kept join people.invitation i on i.id = kept.invitation join people.round r on r.id = i.round
  where kept.mail = mail.id and kept.kind = 'invitation' and r.closes_at <= $2)`;

/** Letters that nobody is waiting for. A leader who has just launched waits for their own invitation. */
export const TO_COLLEAGUES = `exists (select from kept join people.invitation i on i.id = kept.invitation
  where kept.mail = mail.id and (kept.kind <> 'invitation' or i.rater_group <> 'self'))`;
