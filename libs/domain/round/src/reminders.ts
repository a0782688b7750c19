const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How often a round reminds somebody who has not answered. Days are of 24 hours. */
export interface ReminderSchedule {
  /** So many days after the invitation left the first one is due; null: only the one before closing. */
  readonly firstDays: number | null;
  /** At least so many days lie between two of them. */
  readonly spacingDays: number;
  /** The most that one invitation gets, those before closing included. */
  readonly most: number;
  /** The one before closing is due so many days before it; null: there is none. */
  readonly closingSoonDays: number | null;
}

/** Unless the round says otherwise. */
export const USUAL_REMINDERS: ReminderSchedule = { firstDays: 7, spacingDays: 3, most: 3, closingSoonDays: 3 };

/** Nobody is reminded sooner after their invitation: it would only repeat it. */
export const HOURS_AFTER_INVITATION = 24;

/** One invitation, and what it has been reminded of until now. */
export interface RemindedSoFar {
  readonly invitedAt: Date;
  /** How many reminders have left or wait to leave. */
  readonly count: number;
  /** When the last of them left or will leave; null: none has. */
  readonly last: Date | null;
  /** Whether one has told that the round closes soon, at the closing that holds now. After an extension it has not. */
  readonly closingTold: boolean;
  /** Whether the leader has asked, since the last of them, that everyone be reminded. */
  readonly asked?: boolean;
}

export interface NextReminder {
  /** `closing_soon` is the last one before a closing, and may come again where the closing is moved. */
  readonly kind: 'reminder' | 'closing_soon';
  /** When it is due, seen from `now`: never earlier than that. */
  readonly at: Date;
}

/**
 * The next reminder of somebody who has not answered, in a round that closes at `closesAt`; null where no more is to come before
 * that. A tick that comes late finds one reminder due, not all it has missed, and one that comes early finds the same as later.
 */
export function nextReminder(closesAt: Date, schedule: ReminderSchedule, soFar: RemindedSoFar, now: Date): NextReminder | null {
  if (soFar.count >= schedule.most) return null;
  if (soFar.asked && now < closesAt) return { kind: 'reminder', at: now };
  // Nothing else follows the one before closing.
  if (soFar.closingTold) return null;
  const earliest = Math.max(now.getTime(), soFar.last === null ? 0 : soFar.last.getTime() + schedule.spacingDays * DAY);
  const closing = closingSoon(closesAt, schedule, soFar, earliest);
  const usual = inBetween(schedule, soFar, earliest);
  if (usual !== null && usual < closesAt.getTime() && leavesRoomFor(closing, usual, schedule, soFar))
    return { kind: 'reminder', at: new Date(usual) };
  return closing === null ? null : { kind: 'closing_soon', at: new Date(closing) };
}

/**
 * All reminders that somebody would get who never answers. `leaves` moves each to when mail may leave; what is left out comes too late.
 *
 * @param asked when the leader asked that everyone be reminded, in order of time
 */
export function remindersUntil(
  closesAt: Date,
  schedule: ReminderSchedule,
  invitedAt: Date,
  leaves: (due: Date) => Date,
  asked: readonly Date[] = [],
): NextReminder[] {
  const found: NextReminder[] = [];
  for (let now = invitedAt; ;) {
    const soFar = {
      invitedAt,
      count: found.length,
      last: found.at(-1)?.at ?? null,
      closingTold: found.at(-1)?.kind === 'closing_soon',
    };
    const usual = nextReminder(closesAt, schedule, soFar, now);
    const wish = wished(closesAt, schedule, soFar, asked);
    const next = wish !== null && (usual === null || wish.at <= usual.at) ? wish : usual;
    if (next === null) return found;
    const at = leaves(next.at);
    if (at >= closesAt) return found;
    found.push({ ...next, at });
    now = at;
  }
}

/** The first wish of a leader that this colleague is not reminded of yet, and that came a day after their invitation. */
function wished(closesAt: Date, schedule: ReminderSchedule, soFar: RemindedSoFar, asked: readonly Date[]): NextReminder | null {
  const { last, invitedAt } = soFar;
  const wish = asked.find((at) => at.getTime() >= invitedAt.getTime() + HOURS_AFTER_INVITATION * HOUR && (last === null || at > last));
  if (wish === undefined) return null;
  const spaced = last === null ? 0 : last.getTime() + schedule.spacingDays * DAY;
  return nextReminder(closesAt, schedule, { ...soFar, asked: true }, new Date(Math.max(wish.getTime(), spaced)));
}

/** Null where the invitation left less than a day before it would be due, or where it would come after the closing. */
function closingSoon(closesAt: Date, { closingSoonDays }: ReminderSchedule, { invitedAt }: RemindedSoFar, earliest: number): number | null {
  if (closingSoonDays === null) return null;
  const due = closesAt.getTime() - closingSoonDays * DAY;
  const at = Math.max(due, earliest);
  return due < invitedAt.getTime() + HOURS_AFTER_INVITATION * HOUR || at >= closesAt.getTime() ? null : at;
}

function inBetween({ firstDays }: ReminderSchedule, { invitedAt, last }: RemindedSoFar, earliest: number): number | null {
  if (firstDays === null) return null;
  const first = invitedAt.getTime() + Math.max(firstDays * DAY, HOURS_AFTER_INVITATION * HOUR);
  return last === null ? Math.max(first, earliest) : earliest;
}

/** Whether the one before closing still keeps its distance and its place among the most. */
function leavesRoomFor(closing: number | null, usual: number, { spacingDays, most }: ReminderSchedule, { count }: RemindedSoFar): boolean {
  return closing === null || (usual + spacingDays * DAY <= closing && count + 1 < most);
}
