const DAY = 24 * 60 * 60_000;

/** A coach who has not released a report is reminded so long after its seal. */
export const DAYS_UNTIL_REMINDED = 7;
/** Without a press of the coach the report releases itself so long after the reminder. */
export const DAYS_UNTIL_RELEASED = 14;
/** The coach is warned once more so long before. */
export const DAYS_WARNED_BEFORE = 3;
/** The latest day that a coach may choose, counted from the seal: nobody keeps a report from its leader for ever. */
export const LATEST_RELEASE_DAYS = 56;

const after = (instant: Date, days: number): Date => new Date(instant.getTime() + days * DAY);

export interface ReleaseFacts {
  readonly sealedAt: Date | null;
  readonly releasedAt: Date | null;
  /** When it is released without another press; null until the coach was reminded or chose a day. */
  readonly releasesAt: Date | null;
  /** The coach chose that day. */
  readonly chosen: boolean;
  /** The coach was warned of that very instant. */
  readonly warned: boolean;
}

/** What the clock owes a sealed report. `postpone`: its day has come without a warning, so it gets one and a new day. */
export type ReleaseStep = 'nothing' | 'remind' | 'warn' | 'postpone' | 'release';

/** Decided from the facts alone, so that it may be asked early, late or twice. Nothing is released that was not announced to the coach. */
export function releaseStep({ sealedAt, releasedAt, releasesAt, chosen, warned }: ReleaseFacts, now: Date): ReleaseStep {
  if (sealedAt === null || releasedAt !== null) return 'nothing';
  if (releasesAt === null) return now >= after(sealedAt, DAYS_UNTIL_REMINDED) ? 'remind' : 'nothing';
  const isDue = now >= releasesAt;
  if (chosen || warned) return isDue ? 'release' : 'nothing';
  if (isDue) return 'postpone';
  return now >= after(releasesAt, -DAYS_WARNED_BEFORE) ? 'warn' : 'nothing';
}

/** When a report releases itself whose coach is reminded, or warned late, at the instant `now`. */
export const releasesItselfAt = (step: 'remind' | 'postpone', now: Date): Date =>
  after(now, step === 'remind' ? DAYS_UNTIL_RELEASED : DAYS_WARNED_BEFORE);

export type ReleaseDayRefusal = 'not after now' | 'too late';

/** Null when the coach may have a report that was sealed at `sealedAt` released at `day`. */
export function whyNotReleaseAt(day: Date, sealedAt: Date, now: Date): ReleaseDayRefusal | null {
  if (day <= now) return 'not after now';
  return day > after(sealedAt, LATEST_RELEASE_DAYS) ? 'too late' : null;
}

/** A report that waits for its coach is overdue from the day that the coach is reminded. */
export const isReleaseOverdue = (sealedAt: Date, now: Date): boolean => now >= after(sealedAt, DAYS_UNTIL_REMINDED);
