import { reminderAt } from '@facet/domain-round';
import { hoursInWords, leavesAt, type MailHours } from '@facet/mail';
import { dateInWords } from '@facet/platform';

interface Departure {
  readonly coach: string;
  /** Null while the closing is not readable. */
  readonly closesAt: Date | null;
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
    ...(closesAt === null ? [] : [reminderLeaves(departure, closesAt)]),
  ].join(' ');
}

const invitationsLeave = ({ hours, zone }: Departure): string =>
  hours === null
    ? 'Once it is confirmed, all other invitations leave at once: in a demo mails leave at any hour.'
    : `Once it is confirmed, all other invitations leave, ${hoursInWords(hours, zone)}.`;

/** Reckoned for a coach who confirms at once: whoever is invited later than a day before gets no reminder. */
function reminderLeaves({ now, zone, hours }: Departure, closesAt: Date): string {
  const invitedAt = leavesAt(now, zone, hours);
  if (invitedAt >= closesAt)
    return 'The first time at which they may leave is after the closing, so nobody would be invited: choose a later closing.';
  const due = reminderAt(closesAt, invitedAt);
  const reminded = due === null ? null : leavesAt(due, zone, hours);
  return reminded === null || reminded >= closesAt
    ? 'The closing is too near for a reminder.'
    : `Whoever has not answered by then is reminded on ${dateInWords(reminded, zone)}.`;
}
