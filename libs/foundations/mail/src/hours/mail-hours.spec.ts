import type { Configuration } from '@facet/platform';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { hoursInWords } from './hours-in-words';
import { leavesAt, mailHours, USUAL_HOURS } from './mail-hours';

/** From UTC-12 to UTC+14, with quarter hours, both hemispheres, a summer time of half an hour and one that begins at midnight. */
const zones = [
  ...['Etc/GMT+12', 'Pacific/Pago_Pago', 'America/St_Johns', 'America/New_York', 'America/Santiago', 'UTC', 'Europe/London'],
  ...['Europe/Berlin', 'Africa/Cairo', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Chatham', 'Pacific/Apia', 'Pacific/Kiritimati'],
];
const instants = fc.date({ min: new Date('2010-01-01T00:00:00Z'), max: new Date('2040-01-01T00:00:00Z'), noInvalidDate: true });
const local = (at: Date, zone: string): DateTime => DateTime.fromJSDate(at, { zone });
const written = (at: Date, zone: string): string => local(at, zone).toFormat("ccc yyyy-MM-dd'T'HH:mm:ssZZ");
const leaves = (asked: string, zone = 'Europe/London'): string =>
  written(leavesAt(DateTime.fromISO(asked, { zone }).toJSDate(), zone, USUAL_HOURS), zone);
/** Said another way than the function does it. */
const isWithin = (at: Date, zone: string): boolean => {
  const { weekday, hour } = local(at, zone);
  return weekday <= 5 && hour >= 8 && hour < 18;
};

test('row 65: whatever the zone and the instant, mail leaves on a weekday between 8 and 18 there, never earlier than asked', () => {
  fc.assert(
    fc.property(instants, fc.constantFrom(...zones), (asked, zone) => {
      const at = leavesAt(asked, zone, USUAL_HOURS);
      expect(at.getTime()).toBeGreaterThanOrEqual(asked.getTime());
      expect(isWithin(at, zone)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('row 65: it is the next such time: nothing between asking and leaving lies within the hours', () => {
  fc.assert(
    fc.property(instants, fc.constantFrom(...zones), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (asked, zone, part) => {
      const at = leavesAt(asked, zone, USUAL_HOURS);
      const between = new Date(asked.getTime() + Math.floor((at.getTime() - asked.getTime()) * part));
      expect(between.getTime() !== at.getTime() && isWithin(between, zone)).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

test('row 65: whoever asks again for the time that was answered gets the same', () => {
  fc.assert(
    fc.property(instants, fc.constantFrom(...zones), (asked, zone) => {
      const at = leavesAt(asked, zone, USUAL_HOURS);
      expect(leavesAt(at, zone, USUAL_HOURS)).toEqual(at);
    }),
  );
});

test.each([
  ['Tuesday at 07:59:59 waits for 08:00', '2026-12-01T07:59:59', 'Tue 2026-12-01T08:00:00+00:00'],
  ['08:00 is in time', '2026-12-01T08:00:00', 'Tue 2026-12-01T08:00:00+00:00'],
  ['noon is in time', '2026-12-01T12:34:56', 'Tue 2026-12-01T12:34:56+00:00'],
  ['17:59:59 is in time', '2026-12-01T17:59:59', 'Tue 2026-12-01T17:59:59+00:00'],
  ['18:00 is too late for this day', '2026-12-01T18:00:00', 'Wed 2026-12-02T08:00:00+00:00'],
  ['Friday evening waits for Monday morning', '2026-12-04T18:00:00', 'Mon 2026-12-07T08:00:00+00:00'],
  ['Saturday noon waits for Monday morning', '2026-12-05T12:00:00', 'Mon 2026-12-07T08:00:00+00:00'],
  ['the last second of Sunday waits for Monday morning', '2026-12-06T23:59:59', 'Mon 2026-12-07T08:00:00+00:00'],
])('row 65: in London %s', (_, asked, expected) => {
  expect(leaves(asked)).toBe(expected);
});

test.each([
  ['London, spring', 'Europe/London', '2026-03-27T18:00:00', 'Mon 2026-03-30T08:00:00+01:00'],
  ['London, autumn', 'Europe/London', '2026-10-23T18:00:00', 'Mon 2026-10-26T08:00:00+00:00'],
  ['New York, spring', 'America/New_York', '2026-03-06T18:00:00', 'Mon 2026-03-09T08:00:00-04:00'],
  ['New York, autumn', 'America/New_York', '2026-10-30T18:00:00', 'Mon 2026-11-02T08:00:00-05:00'],
])('row 65: over a weekend on which the clocks change it is 8 by the new time: %s', (_, zone, asked, expected) => {
  expect(leaves(asked, zone)).toBe(expected);
});

test.each(['2026-03-29T00:30:00Z', '2026-03-29T01:00:00Z', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'])(
  'row 65: asked in the very hour of the change, at %s, London gets its mail on Monday at 8',
  (asked) => {
    const at = local(leavesAt(new Date(asked), 'Europe/London', USUAL_HOURS), 'Europe/London');
    expect(at.toFormat('cccc HH:mm')).toBe('Monday 08:00');
    expect(at.diff(DateTime.fromISO(asked), 'days').days).toBeLessThan(2);
  },
);

test('row 65: one instant is working time at one end of the world and the weekend at the other', () => {
  const asked = new Date('2026-12-04T20:00:00Z');
  const at = (zone: string): string => written(leavesAt(asked, zone, USUAL_HOURS), zone);
  expect(at('Etc/GMT+12')).toBe('Fri 2026-12-04T08:00:00-12:00');
  expect(at('Pacific/Kiritimati')).toBe('Mon 2026-12-07T08:00:00+14:00');
});

test('row 65: a day that a zone left out is passed over', () => {
  expect(leaves('2011-12-29T18:00:00', 'Pacific/Apia')).toBe('Mon 2012-01-02T08:00:00+14:00');
});

test('other hours are only other data', () => {
  const hours = { weekdays: [7, 1] as const, from: { hour: 9, minute: 30 }, until: { hour: 12, minute: 15 } };
  const at = (asked: string): string => written(leavesAt(new Date(asked), 'UTC', hours), 'UTC');
  expect(at('2026-12-01T10:00:00Z')).toBe('Sun 2026-12-06T09:30:00+00:00');
  expect(at('2026-12-06T12:14:59Z')).toBe('Sun 2026-12-06T12:14:59+00:00');
  expect(at('2026-12-06T12:15:00Z')).toBe('Mon 2026-12-07T09:30:00+00:00');
  expect(hoursInWords(hours, 'UTC')).toBe('Monday and Sunday between 09:30 and 12:15 (UTC)');
});

test('a demo has no quiet hours, and what is no time zone is never waited for', () => {
  const night = new Date('2026-12-06T03:00:00Z');
  const { mail } = { mail: { hours: USUAL_HOURS } } as Configuration;
  expect(leavesAt(night, 'Europe/London', mailHours({ demo: true, mail }))).toEqual(night);
  expect(leavesAt(night, 'Europe/London', mailHours({ demo: false, mail }))).toEqual(new Date('2026-12-07T08:00:00Z'));
  expect(() => leavesAt(night, 'Mars/Olympus', USUAL_HOURS)).toThrow('Mars/Olympus');
});

test('the hours are told as people tell them, with the zone', () => {
  expect(hoursInWords(USUAL_HOURS, 'Europe/London')).toBe('Monday to Friday between 08:00 and 18:00 (Europe/London)');
});
