import type { Transaction } from '@facet/platform';
import type { Calendar } from '../hours/calendar';
import { leavesAt } from '../hours/mail-hours';
import type { MailKind } from '../letters';
import { kindRule } from './kind-rules';

interface DueMail {
  readonly kind: MailKind;
  readonly person: string;
  readonly notBefore: Date | number;
  readonly pacedFor: Date | null;
}

/**
 * Mails to colleagues come in hundreds, and many a mail server takes so many at once for an attack. Each domain takes one after the
 * other: a mail gets the next free place in its row, and its turn is written down. Null where it may be claimed now, by its turn or
 * because it is no such mail; otherwise when its turn comes.
 *
 * Organisations of one installation do not share a row. A transaction sees one organisation's mails: a pause, which sends those that wait for
 * the domain back into line, would have to reach into all others, and each would wait for the locks of each.
 */
export async function turnOf(tx: Transaction, id: string, calendar: Calendar, perMinute: number | null): Promise<Date | null> {
  if (perMinute === null) return null;
  const [due] = await tx.query<DueMail>(
    `select kind, person, not_before as "notBefore", paced_for as "pacedFor" from post.mail where id = $1 and state = 'pending' for update`,
    [id],
  );
  if (!due || !kindRule(due.kind).rests) return null;
  if (due.pacedFor !== null) return due.pacedFor > tx.now ? due.pacedFor : null;
  // What rests takes its place in the morning.
  if (!(due.notBefore <= tx.now) || leavesAt(tx.now, calendar.zone, calendar.hours) > tx.now) return null;
  const turn = await nextPlace(tx, due.person, perMinute);
  await tx.query('update post.mail set paced_for = $2, not_before = greatest(not_before, $2) where id = $1', [id, turn]);
  return turn > tx.now ? turn : null;
}

async function nextPlace(tx: Transaction, person: string, perMinute: number): Promise<Date> {
  const seconds = 60 / perMinute;
  const [row] = await tx.query<{ turn: Date }>(
    `insert into post.pace (organisation, domain, free_at)
        select organisation, ${DOMAIN}, $2::timestamptz + make_interval(secs => $3) from people.person p where p.id = $1
      on conflict (organisation, domain) do update set free_at = greatest(pace.free_at, $2) + make_interval(secs => $3)
      returning free_at - make_interval(secs => $3) as turn`,
    [person, tx.now, seconds],
  );
  if (!row) throw new Error('a mail is to a person of its organisation');
  return row.turn;
}

/**
 * A domain that says “too many” is left alone for a while, and those who wait for it stand in line again. Whoever is just being looked
 * at keeps its turn: it holds its row and waits for the domain's, and two that wait for each other would both have to begin anew.
 */
export async function pauseDomain(tx: Transaction, person: string, seconds: number): Promise<void> {
  await tx.query(
    `with paused as (
        insert into post.pace (organisation, domain, free_at)
          select organisation, ${DOMAIN}, $2::timestamptz + make_interval(secs => $3) from people.person p where p.id = $1
        on conflict (organisation, domain) do update set free_at = greatest(pace.free_at, excluded.free_at) returning domain
      )
      update post.mail set paced_for = null where id in (
        select m.id from paused, post.mail m join people.person p on p.id = m.person
          where ${DOMAIN} = paused.domain and m.state = 'pending' and m.paced_for is not null
          for update of m skip locked)`,
    [person, tx.now, seconds],
  );
}

const DOMAIN = `lower(substring(p.email from '@([^@]*)$'))`;

/** RFC 3463: 4.7.x is a matter of policy, which is what servers say of too many mails; 421 closes the whole connection. */
export const saysTooMany = (code: number | null, reply: string): boolean => code === 421 || /\b4\.7\.\d{1,3}\b/.test(reply);
