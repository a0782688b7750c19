import { HOURS_AFTER_INVITATION, type ReminderSchedule } from './reminders';

const HOUR = 3_600_000;

/** What everybody may know of a round who looks after it; nothing here depends on who has answered. */
export interface AskedSoFar {
  /** When the invitations could leave after the coach had confirmed the list; null: nobody is invited yet. */
  readonly invitedAt: Date | null;
  /** When the leader last asked that everyone be reminded; null: never. */
  readonly lastAskedAt: Date | null;
  readonly schedule: Pick<ReminderSchedule, 'spacingDays' | 'most'>;
}

export type NotReminded =
  | { readonly refused: 'nobody invited' }
  | { readonly refused: 'no reminders' }
  /** `from`: then it may be asked. */
  | { readonly refused: 'too early'; readonly from: Date };

/**
 * Why a leader may not have everyone reminded now who has not answered; null: they may. A day must lie behind the invitations, and the
 * spacing of the round between two wishes.
 */
export function whyNotRemind({ invitedAt, lastAskedAt, schedule }: AskedSoFar, now: Date): NotReminded | null {
  if (invitedAt === null) return { refused: 'nobody invited' };
  if (schedule.most === 0) return { refused: 'no reminders' };
  const dayAfter = invitedAt.getTime() + HOURS_AFTER_INVITATION * HOUR;
  const spaced = lastAskedAt === null ? dayAfter : lastAskedAt.getTime() + schedule.spacingDays * 24 * HOUR;
  const from = new Date(Math.max(dayAfter, spaced));
  return now < from ? { refused: 'too early', from } : null;
}
