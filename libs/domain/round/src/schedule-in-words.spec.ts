import { expect, test } from '@jest/globals';
import { USUAL_REMINDERS } from './reminders';
import { scheduleInWords } from './schedule-in-words';

test('the schedule of a round is one sentence that a leader can check against what they chose', () => {
  expect(scheduleInWords(USUAL_REMINDERS)).toBe(
    'Up to 3 reminders for each colleague, at least 3 days apart: the first 7 days after the invitation and one 3 days before the closing.',
  );
  expect(scheduleInWords({ firstDays: 1, spacingDays: 2, most: 5, closingSoonDays: null })).toBe(
    'Up to 5 reminders for each colleague, at least 2 days apart: the first 1 day after the invitation.',
  );
});

test('where there is room for one only it is the one before the closing, and where nobody is reminded it says so', () => {
  expect(scheduleInWords({ ...USUAL_REMINDERS, most: 1 })).toBe('One reminder at most for each colleague: one 3 days before the closing.');
  expect(scheduleInWords({ ...USUAL_REMINDERS, most: 0 })).toBe('Nobody is reminded: that was chosen at the launch.');
});
