import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextReminder, type NextReminder, type ReminderSchedule, remindersUntil, USUAL_REMINDERS } from './reminders';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const invitedAt = new Date('2026-12-01T09:00:00Z');
const after = (days: number): Date => new Date(invitedAt.getTime() + days * DAY);
const atOnce = (due: Date): Date => due;
/** The days after the invitation on which somebody who never answers is reminded; `!` is the one before closing. */
const days = (closesAfter: number, schedule: Partial<ReminderSchedule> = {}): string[] =>
  remindersUntil(after(closesAfter), { ...USUAL_REMINDERS, ...schedule }, invitedAt, atOnce).map(
    ({ kind, at }) => `${(at.getTime() - invitedAt.getTime()) / DAY}${kind === 'closing_soon' ? '!' : ''}`,
  );
const nobodyYet = { invitedAt, count: 0, last: null, closingTold: false };

test.each([
  [14, ['7', '11!']],
  [21, ['7', '10', '18!']],
  [28, ['7', '10', '25!']],
  [12, ['9!']],
  [10, ['7!']],
  [4, ['1!']],
  [3.9, []],
  [1, []],
])('a round that is open for %s days reminds on the days %j after the invitation', (closesAfter, expected) => {
  expect(days(closesAfter)).toEqual(expected);
});

test('first, spacing, the most and the one before closing are settings of a round', () => {
  expect(days(14, { firstDays: null })).toEqual(['11!']);
  expect(days(14, { closingSoonDays: null })).toEqual(['7', '10', '13']);
  expect(days(14, { closingSoonDays: null, firstDays: null })).toEqual([]);
  expect(days(14, { firstDays: 2, spacingDays: 4, most: 9 })).toEqual(['2', '6', '11!']);
  expect(days(14, { most: 1 })).toEqual(['11!']);
  expect(days(14, { most: 0 })).toEqual([]);
});

test('the one before closing is due three days before, to the second, and none is due once the round has closed', () => {
  const closesAt = after(12);
  const due = (now: Date): boolean => {
    const next = nextReminder(closesAt, USUAL_REMINDERS, nobodyYet, now);
    return next !== null && next.at <= now;
  };
  expect(due(new Date(after(9).getTime() - 1000))).toBe(false);
  expect(due(after(9))).toBe(true);
  expect(due(new Date(closesAt.getTime() - 1000))).toBe(true);
  expect(due(closesAt)).toBe(false);
});

test('after an extension the closing is told of again, once, with the same distance', () => {
  const told = { invitedAt, count: 2, last: after(11), closingTold: true };
  expect(nextReminder(after(14), USUAL_REMINDERS, told, after(12))).toBeNull();
  const extended = { ...told, closingTold: false };
  expect(nextReminder(after(21), USUAL_REMINDERS, extended, after(13))).toEqual({ kind: 'closing_soon', at: after(18) });
  expect(nextReminder(after(15), USUAL_REMINDERS, extended, after(13))).toEqual({ kind: 'closing_soon', at: after(14) });
  expect(nextReminder(after(21), USUAL_REMINDERS, { ...extended, count: 3 }, after(13))).toBeNull();
});

test('what would leave only after the closing is not counted on', () => {
  const nextMonday = (due: Date): Date => (due > after(8) ? after(14) : due);
  expect(remindersUntil(after(14), USUAL_REMINDERS, invitedAt, nextMonday)).toEqual([{ kind: 'reminder', at: after(7) }]);
});

test('one that the leader asks for counts among the most, keeps its distance and shifts those after it', () => {
  const asked = (...wishes: number[]): number[] =>
    remindersUntil(after(21), USUAL_REMINDERS, invitedAt, atOnce, wishes.map(after)).map(
      ({ at }) => (at.getTime() - invitedAt.getTime()) / DAY,
    );
  expect(asked()).toEqual([7, 10, 18]);
  expect(asked(2)).toEqual([2, 5, 18]);
  expect(asked(8)).toEqual([7, 10, 18]);
  expect(asked(0.5)).toEqual([7, 10, 18]);
  expect(asked(2, 5, 8)).toEqual([2, 5, 8]);
});

const schedules = fc.record<ReminderSchedule>({
  firstDays: fc.option(fc.integer({ min: 1, max: 20 })),
  spacingDays: fc.integer({ min: 1, max: 10 }),
  most: fc.integer({ min: 0, max: 6 }),
  closingSoonDays: fc.option(fc.integer({ min: 1, max: 10 })),
});
/** Hours between two looks, and whether the leader puts off the closing after the look. */
const looks = fc.array(
  fc.record({ hours: fc.integer({ min: 1, max: 200 }), extendByDays: fc.option(fc.integer({ min: 1, max: 14 }), { freq: 8 }) }),
  {
    maxLength: 60,
  },
);

interface Sent extends NextReminder {
  readonly closesAt: Date;
}
function live(closesAfter: number, schedule: ReminderSchedule, course: readonly { hours: number; extendByDays: number | null }[]): Sent[] {
  const sent: Sent[] = [];
  let now = invitedAt;
  let closesAt = after(closesAfter);
  for (const { hours, extendByDays } of course) {
    now = new Date(now.getTime() + hours * HOUR);
    const closing = closesAt.getTime();
    const closingTold = sent.some((one) => one.kind === 'closing_soon' && one.closesAt.getTime() === closing);
    const next = nextReminder(closesAt, schedule, { invitedAt, count: sent.length, last: sent.at(-1)?.at ?? null, closingTold }, now);
    if (next !== null && next.at <= now) sent.push({ ...next, closesAt });
    if (extendByDays !== null) closesAt = new Date(closing + extendByDays * DAY);
  }
  return sent;
}

test('however early, late or often somebody looks, and whatever is put off, the promises about reminders hold', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), schedules, looks, (closesAfter, schedule, course) => {
      const sent = live(closesAfter, schedule, course);
      expect(sent.length).toBeLessThanOrEqual(schedule.most);
      for (const [place, { kind, at, closesAt }] of sent.entries()) {
        expect(at.getTime()).toBeGreaterThanOrEqual(invitedAt.getTime() + DAY);
        expect(at.getTime()).toBeLessThan(closesAt.getTime());
        const before = sent[place - 1];
        if (before) expect(at.getTime() - before.at.getTime()).toBeGreaterThanOrEqual(schedule.spacingDays * DAY);
        if (kind === 'closing_soon') expect(closesAt.getTime() - at.getTime()).toBeLessThanOrEqual((schedule.closingSoonDays ?? 0) * DAY);
      }
      const closings = sent.filter(({ kind }) => kind === 'closing_soon').map(({ closesAt }) => closesAt.getTime());
      expect(new Set(closings).size).toBe(closings.length);
    }),
    { numRuns: 2000 },
  );
});

test('looking once more at the same moment finds nothing new', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), schedules, looks, (closesAfter, schedule, course) => {
      const twice = course.flatMap((look) => [
        { ...look, extendByDays: null },
        { hours: 0, extendByDays: look.extendByDays },
      ]);
      expect(live(closesAfter, schedule, twice)).toEqual(live(closesAfter, schedule, course));
    }),
  );
});
