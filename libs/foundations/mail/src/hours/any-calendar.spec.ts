import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { leavesAt, type MailHours } from './mail-hours';

const zones = [
  ...['Etc/GMT+12', 'America/St_Johns', 'America/New_York', 'America/Santiago', 'Europe/London', 'Europe/Berlin', 'Africa/Cairo'],
  ...[
    'Asia/Kathmandu',
    'Australia/Sydney',
    'Australia/Lord_Howe',
    'Pacific/Auckland',
    'Pacific/Chatham',
    'Pacific/Apia',
    'Pacific/Kiritimati',
  ],
];
const instants = fc.date({ min: new Date('2010-01-01T00:00:00Z'), max: new Date('2040-01-01T00:00:00Z'), noInvalidDate: true });
const timeOfDay = (minute: number): MailHours['from'] => ({ hour: Math.floor(minute / 60), minute: minute % 60 });
/** Any hours within one day, on any days of the week, with closed dates near the instant that is asked about. */
const asked = fc
  .record({
    at: instants,
    zone: fc.constantFrom(...zones),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    window: fc.uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: 2, maxLength: 2 }).map((two) => two.toSorted((a, b) => a - b)),
    closed: fc.array(fc.integer({ min: -1, max: 20 }), { maxLength: 12 }),
  })
  .map(({ at, zone, weekdays, window: [from = 0, until = 1], closed }) => ({
    at,
    zone,
    hours: {
      weekdays,
      from: timeOfDay(from),
      until: timeOfDay(until),
      closedOn: closed.map((days) => DateTime.fromJSDate(at, { zone }).plus({ days }).toISODate() ?? ''),
    } satisfies MailHours,
  }));
/** Said another way than the function does it. */
const isWithin = (at: Date, zone: string, { weekdays, from, until, closedOn = [] }: MailHours): boolean => {
  const local = DateTime.fromJSDate(at, { zone });
  const clock = local.toFormat('HH:mm');
  const text = ({ hour, minute }: MailHours['from']): string => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return weekdays.includes(local.weekday) && !closedOn.includes(local.toISODate() ?? '') && clock >= text(from) && clock < text(until);
};

test('row 65: whatever the zone, the hours, the days and the closed dates, mail leaves within them and never earlier than asked', () => {
  fc.assert(
    fc.property(asked, ({ at, zone, hours }) => {
      const leaves = leavesAt(at, zone, hours);
      expect(leaves.getTime()).toBeGreaterThanOrEqual(at.getTime());
      expect(isWithin(leaves, zone, hours)).toBe(true);
      expect(leavesAt(leaves, zone, hours)).toEqual(leaves);
    }),
    { numRuns: 3000 },
  );
});

test('row 65: no day on which mail could have left is passed over', () => {
  fc.assert(
    fc.property(asked, ({ at, zone, hours }) => {
      const leaves = DateTime.fromJSDate(leavesAt(at, zone, hours), { zone }).startOf('day');
      const first = DateTime.fromJSDate(at, { zone }).startOf('day').plus({ days: 1 });
      for (let day = first; day < leaves; day = day.plus({ days: 1 })) {
        const begins = day.set(hours.from);
        // A beginning that the clocks have left out is no beginning.
        if (begins.hour * 60 + begins.minute !== hours.from.hour * 60 + hours.from.minute) continue;
        expect(isWithin(begins.toJSDate(), zone, hours)).toBe(false);
      }
    }),
    { numRuns: 1000 },
  );
});

const allDays = [1, 2, 3, 4, 5, 6, 7];
const at = (text: string, zone: string): string => DateTime.fromISO(text, { zone }).toUTC().toISO() ?? '';
/** Every instant at which a mail that is due each local midnight leaves, over these days. */
const daily = (firstDay: string, days: number, zone: string, from: string): string[] =>
  Array.from({ length: days }, (_, day) => {
    const midnight = DateTime.fromISO(firstDay, { zone }).plus({ days: day }).startOf('day').toJSDate();
    const [hour = 0, minute = 0] = from.split(':').map(Number);
    const hours = { weekdays: allDays, from: { hour, minute }, until: { hour: 23, minute: 59 } };
    return DateTime.fromJSDate(leavesAt(midnight, zone, hours), { zone }).toFormat("yyyy-MM-dd'T'HH:mmZZ");
  });

test.each([
  ['London in spring', 'Europe/London', '2027-03-27', ['2027-03-27T09:00+00:00', '2027-03-28T09:00+01:00', '2027-03-29T09:00+01:00']],
  ['London in autumn', 'Europe/London', '2026-10-24', ['2026-10-24T09:00+01:00', '2026-10-25T09:00+00:00', '2026-10-26T09:00+00:00']],
  ['Sydney in spring', 'Australia/Sydney', '2026-10-03', ['2026-10-03T09:00+10:00', '2026-10-04T09:00+11:00', '2026-10-05T09:00+11:00']],
  ['Sydney in autumn', 'Australia/Sydney', '2027-04-03', ['2027-04-03T09:00+11:00', '2027-04-04T09:00+10:00', '2027-04-05T09:00+10:00']],
  ['New York in spring', 'America/New_York', '2027-03-13', ['2027-03-13T09:00-05:00', '2027-03-14T09:00-04:00', '2027-03-15T09:00-04:00']],
])('what leaves at 9 every day leaves once on the day on which the clocks change, at 9 by the new time: %s', (_, zone, first, expected) => {
  expect(daily(first, 3, zone, '09:00')).toEqual(expected);
});

test('what should leave within the hour that is left out leaves an hour later, and within the hour that comes twice, once', () => {
  expect(daily('2026-03-28', 3, 'Europe/Berlin', '02:30')).toEqual([
    ...['2026-03-28T02:30+01:00', '2026-03-29T03:30+02:00', '2026-03-30T02:30+02:00'],
  ]);
  expect(daily('2026-10-24', 3, 'Europe/Berlin', '02:30')).toEqual([
    ...['2026-10-24T02:30+02:00', '2026-10-25T02:30+02:00', '2026-10-26T02:30+01:00'],
  ]);
});

test('hours that lie within the hour that is left out are none on that day', () => {
  const hours = { weekdays: allDays, from: { hour: 1, minute: 15 }, until: { hour: 1, minute: 45 } };
  const leaves = leavesAt(new Date(at('2026-03-29T00:00', 'Europe/London')), 'Europe/London', hours);
  expect(leaves.toISOString()).toBe('2026-03-30T00:15:00.000Z');
});

test('hours that come twice are open twice, and who asks between the two waits for the second', () => {
  const hours = { weekdays: allDays, from: { hour: 1, minute: 30 }, until: { hour: 1, minute: 45 } };
  const leaves = (asked: string): string => leavesAt(new Date(asked), 'Europe/London', hours).toISOString();
  expect(leaves('2026-10-25T00:00:00Z')).toBe('2026-10-25T00:30:00.000Z');
  expect(leaves('2026-10-25T00:50:00Z')).toBe('2026-10-25T01:30:00.000Z');
});

test('a calendar without any day is a fault, not a mail that waits for ever', () => {
  const hours = { weekdays: [], from: { hour: 8, minute: 0 }, until: { hour: 18, minute: 0 } };
  expect(() => leavesAt(new Date('2026-12-01T09:00:00Z'), 'Europe/London', hours)).toThrow('no day');
});
