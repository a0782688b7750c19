import type { Calendar } from '../hours/calendar';
import { dayBegins, leavesAt } from '../hours/mail-hours';

/** Nobody is reminded more often in one organisation, whatever the number of leaders. */
export const HOURS_BETWEEN_REMINDERS = 20;

interface Waiting {
  readonly now: Date;
  /** The local day on which it was meant to leave, and the zone that was meant; null: as soon as it may. */
  readonly leavesOn: string | null;
  readonly leavesZone: string | null;
  /** When this person was last reminded; null: not lately, or this is no reminder. */
  readonly reminded: Date | null;
}

/** The first instant from now at which a mail that rests may leave, computed from its local day by the time zones of today. */
export function earliest({ now, leavesOn, leavesZone, reminded }: Waiting, { zone, hours }: Calendar): Date {
  const asked = [
    now,
    ...(leavesOn === null ? [] : [dayBegins(leavesOn, leavesZone ?? zone)]),
    ...(reminded === null ? [] : [new Date(reminded.getTime() + HOURS_BETWEEN_REMINDERS * 3_600_000)]),
  ];
  return leavesAt(new Date(Math.max(...asked.map((at) => at.getTime()))), zone, hours);
}
