import { type ReminderSchedule, USUAL_REMINDERS } from './reminders';

/** How a leader may have colleagues reminded who have not answered. */
export interface ReminderChoice {
  /** Whole days after the invitation left. */
  readonly firstDays: number;
  /** Whole days between two of them, at least. */
  readonly spacingDays: number;
  /** How many one colleague gets at most, the one before closing included; 0: none. */
  readonly most: number;
  /** Whether one is sent shortly before the round closes. */
  readonly closingSoon: boolean;
}

type Counted = 'firstDays' | 'spacingDays' | 'most';

/** Whole numbers, both ends allowed. Two days lie between any two, and five are the most: colleagues owe nobody an answer. */
export const REMINDER_BOUNDS: Readonly<Record<Counted, { readonly least: number; readonly most: number }>> = {
  firstDays: { least: 1, most: 30 },
  spacingDays: { least: 2, most: 14 },
  most: { least: 0, most: 5 },
};

export const USUAL_CHOICE: ReminderChoice = {
  firstDays: USUAL_REMINDERS.firstDays ?? 7,
  spacingDays: USUAL_REMINDERS.spacingDays,
  most: USUAL_REMINDERS.most,
  closingSoon: USUAL_REMINDERS.closingSoonDays !== null,
};

export interface ReminderObjection {
  readonly field: Counted;
  readonly message: string;
}

/** The schedule that was chosen, or what stands against it, a sentence for each number that is out of bounds. */
export function chooseReminders(
  choice: ReminderChoice,
): { readonly schedule: ReminderSchedule } | { readonly objections: ReminderObjection[] } {
  const objections = (['firstDays', 'spacingDays', 'most'] as const).flatMap((field) => {
    const { least, most } = REMINDER_BOUNDS[field];
    const value = choice[field];
    return Number.isInteger(value) && value >= least && value <= most ? [] : [{ field, message: sentence[field](least, most) }];
  });
  if (objections.length > 0) return { objections };
  const { firstDays, spacingDays, most, closingSoon } = choice;
  return { schedule: { firstDays, spacingDays, most, closingSoonDays: closingSoon ? CLOSING_SOON_DAYS : null } };
}

const CLOSING_SOON_DAYS = 3;

const sentence: Readonly<Record<Counted, (least: number, most: number) => string>> = {
  firstDays: (least, most) => `The first reminder comes ${least} to ${most} days after the invitation. Choose a number between them.`,
  spacingDays: (least, most) => `Between two reminders lie ${least} to ${most} days. Choose a number between them.`,
  most: (least, most) => `One colleague gets ${least} to ${most} reminders. Choose a number between them.`,
};
