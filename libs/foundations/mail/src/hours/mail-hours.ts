import type { Configuration } from '@facet/platform';
import { DateTime } from 'luxon';

/** 1 is Monday, 7 is Sunday, as in ISO 8601. */
type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
}

/** The local times at which mail that nobody is waiting for may reach a colleague. */
export interface MailHours {
  readonly weekdays: readonly [Weekday, ...Weekday[]];
  /** The first minute at which mail leaves. */
  readonly from: TimeOfDay;
  /** From this minute on it rests; later on the same day than `from`. */
  readonly until: TimeOfDay;
}

export const USUAL_HOURS: MailHours = { weekdays: [1, 2, 3, 4, 5], from: { hour: 8, minute: 0 }, until: { hour: 18, minute: 0 } };

/** Null: at any time. A demo has nobody to disturb, and its visitors want to see what happens. */
export const mailHours = ({ demo }: Pick<Configuration, 'demo'>): MailHours | null => (demo ? null : USUAL_HOURS);

/**
 * The instant at which mail to colleagues in this IANA zone may leave: `asked` itself where it lies within the hours, otherwise the
 * beginning of the next ones. Never earlier than asked, and whoever asks again for what was answered gets the same.
 */
export function leavesAt(asked: Date, zone: string, hours: MailHours | null): Date {
  if (hours === null) return asked;
  const local = DateTime.fromJSDate(asked, { zone });
  if (!local.isValid) throw new Error(`“${zone}” is not a time zone, or the time asked for is none`);
  for (let day = local.startOf('day'); ; day = day.plus({ days: 1 })) {
    if (!hours.weekdays.some((weekday) => weekday === day.weekday) || day.set(hours.until) <= local) continue;
    const from = day.set(hours.from);
    return from <= local ? asked : from.toJSDate();
  }
}
