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
  readonly zone: string;
  readonly weekdays: number[] | null;
  readonly opens: string;
  readonly ends: string;
  readonly closedOn: string[];
}

/** The calendar of the organisation whose transaction this is: its own hours, or those of the installation. */
export async function readCalendar(tx: Transaction, configuration: Pick<Configuration, 'demo' | 'mail'>): Promise<Calendar> {
  const [row] = await tx.query<CalendarRow>(
    `select o.zone, c.weekdays, c.opens::text, c.ends::text, c.closed_on::text[] as "closedOn"
      from people.organisation o left join post.calendar c on c.organisation = o.id where o.id = platform.organisation()`,
  );
  if (!row) throw new Error('mail leaves in the transaction of its organisation');
  const { zone, weekdays, opens, ends, closedOn } = row;
  const usual = mailHours(configuration);
  if (usual === null || weekdays === null) return { zone, hours: usual };
  return { zone, hours: { weekdays, from: timeOfDay(opens), until: timeOfDay(ends), closedOn } };
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
