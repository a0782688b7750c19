import { expect, test } from '@jest/globals';
import { whyNotRemind } from './remind-everyone';

const at = (hours: number): Date => new Date(Date.parse('2026-12-01T09:00:00Z') + hours * 3_600_000);
const schedule = { spacingDays: 3, most: 3 };

test('a day after the invitations everyone may be reminded, to the second, and again when the spacing of the round has passed', () => {
  const first = { invitedAt: at(0), lastAskedAt: null, schedule };
  expect(whyNotRemind(first, new Date(at(24).getTime() - 1))).toEqual({ refused: 'too early', from: at(24) });
  expect(whyNotRemind(first, at(24))).toBeNull();
  const again = { ...first, lastAskedAt: at(30) };
  expect(whyNotRemind(again, new Date(at(102).getTime() - 1))).toEqual({ refused: 'too early', from: at(102) });
  expect(whyNotRemind(again, at(102))).toBeNull();
});

test('before the list is confirmed there is nobody to remind, and a round launched without reminders has none', () => {
  expect(whyNotRemind({ invitedAt: null, lastAskedAt: null, schedule }, at(99))).toEqual({ refused: 'nobody invited' });
  expect(whyNotRemind({ invitedAt: at(0), lastAskedAt: null, schedule: { ...schedule, most: 0 } }, at(99))).toEqual({
    refused: 'no reminders',
  });
});
