import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chooseReminders, REMINDER_BOUNDS, type ReminderChoice, USUAL_CHOICE } from './choose-reminders';
import { remindersUntil, USUAL_REMINDERS } from './reminders';

const refused = (change: Partial<ReminderChoice>): string[] => {
  const chosen = chooseReminders({ ...USUAL_CHOICE, ...change });
  return 'objections' in chosen ? chosen.objections.map(({ field }) => field) : [];
};

test('what is offered first is what every round does that says nothing', () => {
  expect(chooseReminders(USUAL_CHOICE)).toEqual({ schedule: USUAL_REMINDERS });
});

test.each([
  [{ firstDays: 0 }, ['firstDays']],
  [{ firstDays: 31 }, ['firstDays']],
  [{ firstDays: 2.5 }, ['firstDays']],
  [{ spacingDays: 1 }, ['spacingDays']],
  [{ spacingDays: 15 }, ['spacingDays']],
  [{ most: -1 }, ['most']],
  [{ most: 6 }, ['most']],
  [{ most: NaN, spacingDays: 0, firstDays: Infinity }, ['firstDays', 'spacingDays', 'most']],
  [{ firstDays: 1, spacingDays: 2, most: 0 }, []],
  [{ firstDays: 30, spacingDays: 14, most: 5, closingSoon: false }, []],
])('a choice of %j is refused at %j', (change, fields) => {
  expect(refused(change)).toEqual(fields);
});

test('a refusal says in plain words what can be chosen', () => {
  const chosen = chooseReminders({ ...USUAL_CHOICE, most: 9 });
  expect(chosen).toEqual({
    objections: [{ field: 'most', message: 'One colleague gets 0 to 5 reminders. Choose a number between them.' }],
  });
});

test('whatever may be chosen, nobody is reminded more often or closer together than was chosen, nor after the closing', () => {
  const within = (field: keyof typeof REMINDER_BOUNDS) =>
    fc.integer({ min: REMINDER_BOUNDS[field].least, max: REMINDER_BOUNDS[field].most });
  const choices = fc.record({
    ...{ firstDays: within('firstDays'), spacingDays: within('spacingDays'), most: within('most') },
    closingSoon: fc.boolean(),
  });
  const day = 86_400_000;
  const invitedAt = new Date('2026-12-01T09:00:00Z');
  fc.assert(
    fc.property(choices, fc.integer({ min: 1, max: 180 }), (choice, open) => {
      const chosen = chooseReminders(choice);
      if ('objections' in chosen) throw new Error('a choice within the bounds was refused');
      const closesAt = new Date(invitedAt.getTime() + open * day);
      const found = remindersUntil(closesAt, chosen.schedule, invitedAt, (due) => due);
      expect(found.length).toBeLessThanOrEqual(choice.most);
      expect(found.some(({ kind }) => kind === 'closing_soon') && !choice.closingSoon).toBe(false);
      found.forEach(({ at }, index) => {
        const before = found[index - 1]?.at ?? null;
        if (before) expect(at.getTime() - before.getTime()).toBeGreaterThanOrEqual(choice.spacingDays * day);
        expect(at < closesAt).toBe(true);
      });
    }),
  );
});
