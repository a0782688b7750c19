import type { Configuration, Transaction } from '@facet/platform';
import { mailHours, type MailHours } from './mail-hours';

/** When an organisation's colleagues may be written to. */
export interface Calendar {
  /** IANA name. */
  readonly zone: string;
  /** Null: at any time. */
  readonly hours: MailHours | null;
}

interface CalendarRow {
  readonly weekdays: number[];
  readonly opens: string;
  readonly ends: string;
  readonly closedOn: string[];
}

/** The calendar of the organisation whose transaction this is: its own hours, or those of the installation. */
export async function readCalendar(tx: Transaction, configuration: Pick<Configuration, 'demo' | 'mail'>): Promise<Calendar> {
  const [row] = await tx.query<{ zone: string }>('select zone from people.organisation where id = platform.organisation()');
  if (!row) throw new Error('mail leaves in the transaction of its organisation');
  const usual = mailHours(configuration);
  return { zone: row.zone, hours: usual === null ? null : ((await readOwnHours(tx)) ?? usual) };
}

/** The hours that the organisation has set, whether or not this installation goes by hours; null where it has set none. */
export async function readOwnHours(tx: Transaction): Promise<MailHours | null> {
  const [row] = await tx.query<CalendarRow>(
    `select weekdays, opens::text, ends::text, closed_on::text[] as "closedOn" from post.calendar
      where organisation = platform.organisation()`,
  );
  return row ? { weekdays: row.weekdays, from: timeOfDay(row.opens), until: timeOfDay(row.ends), closedOn: row.closedOn } : null;
}

/**
 * Sets it. What rests already is looked at again at once, by the new hours: the claim moves on what still has to wait.
 * In a transaction of the role facet_people.
 */
export async function setHours(tx: Transaction, { weekdays, from, until, closedOn = [] }: MailHours): Promise<void> {
  await tx.query(
    `insert into post.calendar (organisation, weekdays, opens, ends, closed_on)
      values (platform.organisation(), $1, make_time($2, $3, 0), make_time($4, $5, 0), $6)
      on conflict (organisation) do update set weekdays = excluded.weekdays, opens = excluded.opens, ends = excluded.ends,
        closed_on = excluded.closed_on`,
    [weekdays, from.hour, from.minute, until.hour, until.minute, closedOn],
  );
  await tx.query(`update post.mail set not_before = $1 where state = 'pending' and leaves_on is not null and attempt = 0`, [tx.now]);
}

function timeOfDay(text: string): MailHours['from'] {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  return { hour, minute };
}
