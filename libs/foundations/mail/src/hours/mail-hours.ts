import type { Configuration } from '@facet/platform';
import { DateTime } from 'luxon';

interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
}

/** The local times at which mail that nobody is waiting for may reach a colleague. */
export interface MailHours {
  /** 1 is Monday, 7 is Sunday, as in ISO 8601; at least one. */
  readonly weekdays: readonly number[];
  /** The first minute at which mail leaves. */
  readonly from: TimeOfDay;
  /** From this minute on it rests; later on the same day than `from`. */
  readonly until: TimeOfDay;
  /** Local dates on which none leaves, "2026-12-25". */
  readonly closedOn?: readonly string[];
}

export const USUAL_HOURS: MailHours = { weekdays: [1, 2, 3, 4, 5], from: { hour: 8, minute: 0 }, until: { hour: 18, minute: 0 } };

/** Those of the installation. Null: at any time. A demo has nobody to disturb, and its visitors want to see what happens. */
export const mailHours = ({ demo, mail }: Pick<Configuration, 'demo' | 'mail'>): MailHours | null => (demo ? null : mail.hours);

/** Two zones that left out a day did so for one day each: whoever finds no day in so many finds none at all. */
const MOST_DAYS = 4_000;

/**
 * The instant at which mail to colleagues in this IANA zone may leave: `asked` itself where it lies within the hours, otherwise the
 * beginning of the next ones. Never earlier than asked, always within the hours, and whoever asks again for what was answered gets
 * the same. Where the clocks are put forward over the beginning, it is as much later as the clocks were moved.
 */
export function leavesAt(asked: Date, zone: string, hours: MailHours | null): Date {
  if (hours === null) return asked;
  const local = DateTime.fromJSDate(asked, { zone });
  if (!local.isValid) throw new Error(`“${zone}” is not a time zone, or the time asked for is none`);
  if (isWithin(local, hours)) return asked;
  let day = local.startOf('day');
  for (let days = 0; days < MOST_DAYS; days++) {
    // When the clocks are put back a time may come twice, and the first of the two may have passed.
    const begins = day.set(hours.from).getPossibleOffsets();
    const next = begins.filter((at) => at >= local && isWithin(at, hours)).sort((a, b) => a.toMillis() - b.toMillis())[0];
    if (next !== undefined) return next.toJSDate();
    day = day.plus({ days: 1 }).startOf('day');
  }
  throw new Error('the hours for mail leave no day on which any may leave');
}

/** Which local day that is, "2026-12-01". */
export const localDay = (instant: Date, zone: string): string => DateTime.fromJSDate(instant, { zone }).toFormat('yyyy-MM-dd');

/** The instant at which a local day begins, as far as time zones are known today. */
export const dayBegins = (day: string, zone: string): Date => DateTime.fromISO(day, { zone }).startOf('day').toJSDate();

function isWithin(local: DateTime, { weekdays, from, until, closedOn = [] }: MailHours): boolean {
  const minute = local.hour * 60 + local.minute;
  return (
    weekdays.includes(local.weekday) &&
    !closedOn.includes(local.toFormat('yyyy-MM-dd')) &&
    minute >= from.hour * 60 + from.minute &&
    minute < until.hour * 60 + until.minute
  );
}
