import type { MailRoomView } from '@facet/contract';
import { letterNames, type MailKind } from '@facet/mail';
import type { Transaction } from '@facet/platform';

/** Whoever gets such a mail has answered, so even their number would say something. Reminders the database itself keeps from us. */
export const KEPT_BACK: readonly MailKind[] = ['answers_unread', 'reminder'];
export const DAYS = 30;

const stateOf = `case
    when state = 'sending' then 'waiting'
    when state <> 'pending' then state
    when not_before = 'infinity' then 'held'
    when attempt > 0 then 'deferred'
    else 'waiting' end`;

/** How many mails of each kind stand where. What was no longer needed is left out: it may be so because somebody answered early. */
export async function countMails(tx: Transaction): Promise<MailRoomView['kinds']> {
  const rows = await tx.query<{ kind: MailKind; state: keyof typeof none; mails: number }>(
    `select kind, ${stateOf} as state, count(*)::int as mails from post.mail
      where state not in ('cancelled', 'suppressed') and kind <> all($1) and not_before > $2::timestamptz - make_interval(days => $3)
      group by 1, 2`,
    [KEPT_BACK, tx.now, DAYS],
  );
  const order = Object.keys(letterNames);
  return [...Map.groupBy(rows, ({ kind }) => kind)]
    .toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([kind, states]) => ({
      name: letterNames[kind].name,
      ...none,
      ...Object.fromEntries(states.map(({ state, mails }) => [state, mails])),
    }));
}

const none = { sent: 0, waiting: 0, held: 0, deferred: 0, rejected: 0, unknown: 0, expired: 0 };

/** For how many minutes the oldest mail that is due has been waiting; reminders are not looked at. */
export async function oldestMinutes(tx: Transaction): Promise<number | null> {
  const [row] = await tx.query<{ minutes: number | null }>(
    `select floor(extract(epoch from $1::timestamptz - min(not_before)) / 60)::int as minutes from post.mail
      where state = 'pending' and not_before <= $1 and kind <> all($2)`,
    [tx.now, KEPT_BACK],
  );
  return row?.minutes ?? null;
}

/** The days that are over, newest first. The database counts, and tells no exact number. */
export const remindersByDay = (tx: Transaction, zone: string): Promise<MailRoomView['reminders']> =>
  tx.query(
    `select to_char(day, 'YYYY-MM-DD') as day, "atLeast" from
      door.reminders_by_day(($1::timestamptz at time zone $2)::date - 7, ($1::timestamptz at time zone $2)::date, $2)`,
    [tx.now, zone],
  );
