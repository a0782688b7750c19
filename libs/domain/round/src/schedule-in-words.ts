import type { ReminderSchedule } from './reminders';

/** How a round reminds, for its leader and its coach, in one sentence. */
export function scheduleInWords({ firstDays, spacingDays, most, closingSoonDays }: ReminderSchedule): string {
  if (most === 0) return 'Nobody is reminded: that was chosen at the launch.';
  const first = firstDays === null ? null : `the first ${days(firstDays)} after the invitation`;
  const last = closingSoonDays === null ? null : `one ${days(closingSoonDays)} before the closing`;
  // The one before closing keeps its place among the most.
  if (most === 1) return `One reminder at most for each colleague: ${last ?? first}.`;
  const when = [first, last].filter((part) => part !== null).join(' and ');
  return `Up to ${most} reminders for each colleague, at least ${days(spacingDays)} apart: ${when}.`;
}

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);
