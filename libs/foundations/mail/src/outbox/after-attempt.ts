import type { Outcome } from '../sending/outgoing';
import { kindRule, type KindRule } from './kind-rules';
import type { MailKind } from '../letters';
import type { MailState } from './mail-states';

/** What is known about a mail when an attempt has ended. */
export interface Tried {
  readonly kind: MailKind;
  /** Counts from 1. */
  readonly attempt: number;
  /** Whether an attempt before this one has ended as unknown, so that there may be a copy already. */
  readonly unknownBefore: boolean;
  readonly firstTriedAt: Date;
  readonly giveUpAt: Date | 'never';
}

export interface Pauses {
  readonly backOffSeconds: number;
  readonly leaseSeconds: number;
  readonly giveUpHours: number;
}

/** `again` only where the state is pending. */
export type NextState =
  | { readonly state: Extract<MailState, 'sent' | 'rejected' | 'unknown' | 'expired'> }
  | { readonly state: Extract<MailState, 'pending'>; readonly again: Date };

/** Up to a fifth more, so that what failed together does not come back together. Never less: a server asked for the pause. */
const JITTER = 0.2;

/** What a mail becomes when an attempt has ended at `now`. `chance` is a number from 0 up to 1, without 1. */
export function afterAttempt(tried: Tried, outcome: Outcome['kind'], pauses: Pauses, now: Date, chance: number): NextState {
  const rule = kindRule(tried.kind);
  switch (outcome) {
    case 'sent':
    case 'rejected':
      return { state: outcome };
    case 'unknown':
      if (rule.afterUnknown === 'never again' || tried.unknownBefore) return { state: 'unknown' };
      return pendingOr('unknown', tried, pauses, later(now, pauses.leaseSeconds, chance));
    case 'later':
      if (tried.attempt >= rule.mostAttempts) return { state: 'expired' };
      return pendingOr('expired', tried, pauses, later(now, backOffSeconds(rule, tried.attempt, pauses), chance));
  }
}

export function backOffSeconds({ pauses }: Pick<KindRule, 'pauses'>, attempt: number, { backOffSeconds: first }: Pauses): number {
  return first * (pauses[attempt - 1] ?? pauses.at(-1) ?? 1);
}

/** Pending again where the next attempt would still come in time. */
function pendingOr(otherwise: 'unknown' | 'expired', { firstTriedAt, giveUpAt }: Tried, { giveUpHours }: Pauses, again: Date): NextState {
  const inTime = again.getTime() < firstTriedAt.getTime() + giveUpHours * 3_600_000 && (giveUpAt === 'never' || again < giveUpAt);
  return inTime ? { state: 'pending', again } : { state: otherwise };
}

const later = (now: Date, seconds: number, chance: number): Date => new Date(now.getTime() + seconds * 1000 * (1 + JITTER * chance));
