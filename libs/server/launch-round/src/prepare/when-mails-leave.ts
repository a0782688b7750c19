import { type ReminderSchedule, remindersUntil } from '@facet/domain-round';
import { hoursInWords, leavesAt, type MailHours } from '@facet/mail';
import { dateInWords } from '@facet/platform';

interface Departure {
  readonly coach: string;
  /** Null while the closing is not readable. */
  readonly closesAt: Date | null;
  readonly reminders: ReminderSchedule;
  readonly now: Date;
  /** The organisation's, whose hours they are. */
  readonly zone: string;
  readonly hours: MailHours | null;
}

/** What a leader is told before the launch about when mails will leave. */
export function whenMailsLeave(departure: Departure): string {
  const { coach, closesAt } = departure;
  return [
    `Your own invitation leaves at once, and ${coach} is asked to check the list.`,
    invitationsLeave(departure),
    ...(closesAt === null ? [] : [remindersLeave(departure, closesAt)]),
  ].join(' ');
}

const invitationsLeave = ({ hours, zone }: Departure): string =>
  hours === null
    ? 'Once it is confirmed, all other invitations leave at once: in a demo mails leave at any hour.'
    : `Once it is confirmed, all other invitations leave, ${hoursInWords(hours, zone)}.`;

/** Reckoned for a coach who confirms at once. */
function remindersLeave({ reminders: schedule, now, zone, hours }: Departure, closesAt: Date): string {
  const leaves = (due: Date): Date => leavesAt(due, zone, hours);
  const invitedAt = leaves(now);
  if (invitedAt >= closesAt)
    return 'The first time at which they may leave is after the closing, so nobody would be invited: choose a later closing.';
  if (schedule.most === 0) return 'Nobody is reminded.';
  const reminders = remindersUntil(closesAt, schedule, invitedAt, leaves);
  if (reminders.length === 0) return 'The closing is too near for a reminder.';
  const days = reminders.map(({ at }) => `on ${dateInWords(at, zone)}`);
  return `Whoever has not answered by then is reminded ${days.join(', ').replace(/, (?=on [^,]*$)/, ' and ')}.`;
}
