import { dateInWords } from '@facet/platform';
import { DateTime } from 'luxon';

/** An instant in the zone of the round it belongs to. */
export interface RoundTime {
  readonly at: Date;
  /** IANA name. */
  readonly zone: string;
}

const local = (at: Date, zone: string): DateTime => DateTime.fromJSDate(at, { zone }).setLocale('en-GB');

/** "Wednesday 9 December 2026 at 18:00 (Europe/London)" */
export const timeInWords = ({ at, zone }: RoundTime): string => dateInWords(at, zone);

/** "Wednesday 9 December" */
export const weekday = ({ at, zone }: RoundTime): string => local(at, zone).toFormat('cccc d MMMM');

/** How long is left, as a calendar counts: "today", "tomorrow", "in 3 days"; null once the time has passed. */
export function timeLeft(now: Date, { at, zone }: RoundTime): string | null {
  if (at <= now) return null;
  const days = Math.round(local(at, zone).startOf('day').diff(local(now, zone).startOf('day'), 'days').days);
  return days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
}
