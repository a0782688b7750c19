import { DateTime } from 'luxon';

/** "Wednesday 9 December 2026 at 18:00 (Europe/London)": an instant as people of that zone say it. */
export const dateInWords = (instant: Date, zone: string): string =>
  `${DateTime.fromJSDate(instant, { zone }).setLocale('en-GB').toFormat("cccc d MMMM yyyy 'at' HH:mm")} (${zone})`;

/** "9 December 2026" */
export const dayInWords = (instant: Date, zone: string): string =>
  DateTime.fromJSDate(instant, { zone }).setLocale('en-GB').toFormat('d MMMM yyyy');
