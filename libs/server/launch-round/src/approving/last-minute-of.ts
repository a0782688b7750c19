import { DateTime } from 'luxon';

/** The instant of 23:59 on a day written YYYY-MM-DD, by the clocks of a zone. */
export function lastMinuteOf(day: string, zone: string): Date | 'no such day' {
  const last = DateTime.fromISO(`${day}T23:59`, { zone });
  return last.isValid ? last.toJSDate() : 'no such day';
}
