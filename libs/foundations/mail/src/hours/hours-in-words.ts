import { DateTime, Info } from 'luxon';
import { listed } from '../letters/said-often';
import type { MailHours } from './mail-hours';

/** "Monday to Friday between 08:00 and 18:00 (Europe/London)" */
export function hoursInWords({ weekdays, from, until }: MailHours, zone: string): string {
  const names = Info.weekdays('long', { locale: 'en-GB' });
  const days = [...weekdays].sort().map((weekday) => names[weekday - 1] ?? '');
  const inARow = Math.max(...weekdays) - Math.min(...weekdays) === days.length - 1;
  const clock = (time: MailHours['from']): string => DateTime.fromObject(time).toFormat('HH:mm');
  return `${inARow && days.length > 2 ? `${days.at(0)} to ${days.at(-1)}` : listed(days)} between ${clock(from)} and ${clock(until)} (${zone})`;
}
