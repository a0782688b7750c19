import { type ReminderSchedule, USUAL_REMINDERS } from '@facet/domain-round';
import { USUAL_HOURS } from '@facet/mail';
import { expect, test } from '@jest/globals';
import { whenMailsLeave } from './when-mails-leave';

const told = (
  now: string,
  closesAt: string | null,
  change: { demo?: boolean; zone?: string; reminders?: Partial<ReminderSchedule> } = {},
): string =>
  whenMailsLeave({
    coach: 'Ines Moreau',
    now: new Date(now),
    closesAt: closesAt === null ? null : new Date(closesAt),
    reminders: { ...USUAL_REMINDERS, ...change.reminders },
    zone: change.zone ?? 'Europe/London',
    hours: change.demo ? null : USUAL_HOURS,
  });
const lastSentence = (words: string): string | undefined => words.split('. ').at(-1);

test('row 65: a leader is told when reminders leave: a week after the invitation and three days before closing, or at the next hour', () => {
  expect(lastSentence(told('2026-11-24T12:00:00Z', '2026-12-11T17:00:00Z'))).toBe(
    'Whoever has not answered by then is reminded on Tuesday 1 December 2026 at 12:00 (Europe/London), ' +
      'on Friday 4 December 2026 at 12:00 (Europe/London) and on Tuesday 8 December 2026 at 17:00 (Europe/London).',
  );
  expect(lastSentence(told('2026-12-01T12:00:00Z', '2026-12-11T18:00:00Z'))).toBe(
    'Whoever has not answered by then is reminded on Wednesday 9 December 2026 at 08:00 (Europe/London).',
  );
  expect(lastSentence(told('2026-11-29T12:00:00Z', '2026-12-09T18:00:00Z', { zone: 'Pacific/Kiritimati' }))).toBe(
    'Whoever has not answered by then is reminded on Monday 7 December 2026 at 08:00 (Pacific/Kiritimati).',
  );
});

test('row 65: a leader is told of the hours before there is a closing time', () => {
  expect(told('2026-11-24T12:00:00Z', null)).toBe(
    'Your own invitation leaves at once, and Ines Moreau is asked to check the list. ' +
      'Once it is confirmed, all other invitations leave, Monday to Friday between 08:00 and 18:00 (Europe/London).',
  );
});

test('row 65: a leader is told when the closing leaves no time for a reminder, or for any invitation', () => {
  expect(lastSentence(told('2026-12-01T12:00:00Z', '2026-12-04T18:00:00Z'))).toBe('The closing is too near for a reminder.');
  expect(told('2026-12-04T18:00:00Z', '2026-12-06T18:00:00Z')).toContain('is after the closing, so nobody would be invited');
  expect(told('2026-12-04T17:59:59Z', '2026-12-06T18:00:00Z')).not.toContain('nobody would be invited');
});

test('in a demo a leader is told that mails leave at once, at any hour', () => {
  expect(told('2026-11-28T22:00:00Z', '2026-12-09T18:00:00Z', { demo: true })).toBe(
    'Your own invitation leaves at once, and Ines Moreau is asked to check the list. ' +
      'Once it is confirmed, all other invitations leave at once: in a demo mails leave at any hour. ' +
      'Whoever has not answered by then is reminded on Sunday 6 December 2026 at 18:00 (Europe/London).',
  );
});

test('a leader is told the dates of the reminders they chose, or that there are none', () => {
  const chosen = (reminders: Partial<ReminderSchedule>): string | undefined =>
    lastSentence(told('2026-11-24T12:00:00Z', '2026-12-11T17:00:00Z', { reminders }));
  expect(chosen({ firstDays: 2, most: 2, closingSoonDays: null })).toBe(
    'Whoever has not answered by then is reminded on Thursday 26 November 2026 at 12:00 (Europe/London) ' +
      'and on Monday 30 November 2026 at 08:00 (Europe/London).',
  );
  expect(chosen({ most: 0 })).toBe('Nobody is reminded.');
});
