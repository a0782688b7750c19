import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { letters, type MailKind } from '../letters';
import { afterAttempt, type Tried } from './after-attempt';
import { kindRule } from './kind-rules';
import { mailMoves } from './mail-states';

const now = new Date('2026-12-01T09:00:00Z');
const pauses = { backOffSeconds: 300, leaseSeconds: 900, giveUpHours: 72 };
const kinds = Object.keys(letters) as MailKind[];
const never: readonly MailKind[] = ['reminder', 'sign_in'];
const outcomes = ['sent', 'rejected', 'later', 'unknown'] as const;
const chances = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const tried = fc.record<Tried>({
  kind: fc.constantFrom(...kinds),
  attempt: fc.integer({ min: 1, max: 40 }),
  unknownBefore: fc.boolean(),
  firstTriedAt: fc.integer({ min: 0, max: 80 * 60 }).map((minutes) => new Date(now.getTime() - minutes * 60_000)),
  giveUpAt: fc.oneof(
    fc.constant('never' as const),
    fc.integer({ min: 1, max: 600 }).map((minutes) => new Date(now.getTime() + minutes * 60_000)),
  ),
});
const first = (kind: MailKind, change: Partial<Tried> = {}): Tried => ({
  ...{ kind, attempt: 1, unknownBefore: false, firstTriedAt: now, giveUpAt: 'never' },
  ...change,
});
/** Minutes until it is tried again; null where it is not. */
const pause = (given: Tried, outcome: 'later' | 'unknown', chance = 0): number | null => {
  const next = afterAttempt(given, outcome, pauses, now, chance);
  return next.state === 'pending' ? (next.again.getTime() - now.getTime()) / 60_000 : null;
};

test('whatever becomes of an attempt, the mail makes a legal move', () => {
  fc.assert(
    fc.property(tried, fc.constantFrom(...outcomes), chances, (given, outcome, chance) => {
      expect(mailMoves.sending).toContain(afterAttempt(given, outcome, pauses, now, chance).state);
    }),
  );
});

test('what nobody can tell about never leaves again as a reminder or a sign-in mail, and anything else once at most', () => {
  fc.assert(
    fc.property(tried, chances, (given, chance) => {
      const { state } = afterAttempt(given, 'unknown', pauses, now, chance);
      if (never.includes(given.kind) || given.unknownBefore) expect(state).toBe('unknown');
    }),
  );
  for (const kind of kinds.filter((one) => !never.includes(one))) expect(pause(first(kind), 'unknown')).toBe(15);
});

test('the next attempt comes after the pause of its kind, up to a fifth later, and never after it has become too late', () => {
  fc.assert(
    fc.property(tried, chances, (given, chance) => {
      const next = afterAttempt(given, 'later', pauses, now, chance);
      if (next.state !== 'pending') return;
      const { pauses: steps } = kindRule(given.kind);
      const least = 300_000 * (steps[given.attempt - 1] ?? steps.at(-1) ?? 0);
      const waited = next.again.getTime() - now.getTime();
      expect(waited).toBeGreaterThanOrEqual(Math.floor(least));
      expect(waited).toBeLessThanOrEqual(least * 1.2);
      expect(next.again.getTime()).toBeLessThan(given.firstTriedAt.getTime() + 72 * 3_600_000);
      if (given.giveUpAt !== 'never') expect(next.again.getTime()).toBeLessThan(given.giveUpAt.getTime());
    }),
  );
});

test('a server that says “later” is asked again after 5, 15, 30 and 60 minutes, and every hour from then on', () => {
  expect([1, 2, 3, 4, 5, 20].map((attempt) => pause(first('invitation', { attempt }), 'later'))).toEqual([5, 15, 30, 60, 60, 60]);
  expect(pause(first('invitation'), 'later', 0.5)).toBe(5.5);
});

test('somebody who waits to sign in is served by two quick tries, and then asks again', () => {
  expect([1, 2, 3].map((attempt) => pause(first('sign_in', { attempt }), 'later'))).toEqual([0.25, 0.25, null]);
  expect(afterAttempt(first('sign_in', { attempt: 3 }), 'later', pauses, now, 0)).toEqual({ state: 'expired' });
});

test('after three days, or after its own last moment, a mail is given up, and a lost one stays unknown', () => {
  const old = new Date('2026-11-28T09:05:00Z');
  expect(afterAttempt(first('invitation', { firstTriedAt: old }), 'later', pauses, now, 0)).toEqual({ state: 'expired' });
  expect(afterAttempt(first('invitation', { firstTriedAt: old }), 'unknown', pauses, now, 0)).toEqual({ state: 'unknown' });
  const soon = new Date('2026-12-01T09:05:00Z');
  expect(afterAttempt(first('check_list', { giveUpAt: soon }), 'later', pauses, now, 0)).toEqual({ state: 'expired' });
});
