import type { Draft } from './draft';

/** "Reminders: the first after 7 days, then every 3 days or more, at most 3" */
export function remindersInWords({ firstDays, spacingDays, most }: Draft['reminders']): string {
  if (most === '0') return 'Reminders: none';
  const first = `the first after ${firstDays} ${firstDays === '1' ? 'day' : 'days'}`;
  return most === '1' ? 'Reminders: one at most' : `Reminders: ${first}, then ${spacingDays} days apart or more, at most ${most}`;
}
