import { expect, test } from '@jest/globals';
import { readClosing } from './read-closing';

const now = new Date('2026-11-24T12:00:00Z');
const read = (date: string, time: string, zone = 'Europe/London') => readClosing({ date, time, zone }, now);
const instant = (...[date, time, zone]: Parameters<typeof read>) => {
  const closing = read(date, time, zone);
  return 'closesAt' in closing ? closing.closesAt.toISOString() : closing.field;
};

test('a local date and time become the instant in their zone, summer and winter', () => {
  expect(instant('2026-12-09', '18:00')).toBe('2026-12-09T18:00:00.000Z');
  expect(instant('2027-06-09', '18:00')).toBe('2027-06-09T17:00:00.000Z');
  expect(instant('2026-12-09', '18:00', 'Pacific/Kiritimati')).toBe('2026-12-09T04:00:00.000Z');
  expect(instant('2026-12-09', '18:00', 'Pacific/Pago_Pago')).toBe('2026-12-10T05:00:00.000Z');
});

test('row 63: a closing in the past or at this very minute is refused, the next minute is not', () => {
  expect(instant('2026-11-23', '18:00')).toBe('closing.date');
  expect(instant('2026-11-24', '12:00')).toBe('closing.date');
  expect(instant('2026-11-24', '12:01')).toBe('2026-11-24T12:01:00.000Z');
});

test('row 63: days and times that do not exist are refused by name', () => {
  for (const date of ['2027-02-31', '2027-13-01', '2027-00-10', '', 'tomorrow', '27-02-01'])
    expect(instant(date, '18:00')).toBe('closing.date');
  for (const time of ['24:01', '25:00', '18:60', '6pm', '', '18.00']) expect(instant('2027-02-01', time)).toBe('closing.time');
  for (const zone of ['', 'Mars/Olympus', 'UTC+25', '+14:00', "Europe/London'"])
    expect(instant('2027-02-01', '18:00', zone)).toBe('closing.zone');
});

test('row 63: 24:00 is midnight, and is kept and shown as 00:00 of the next day', () => {
  expect(read('2026-12-09', '24:00')).toMatchObject({ closesLocal: '2026-12-10T00:00', closesAt: new Date('2026-12-10T00:00:00Z') });
  expect(read('2026-12-31', '24:00')).toMatchObject({ closesLocal: '2027-01-01T00:00' });
});

test('row 63: the hour that the clocks leave out in spring is refused', () => {
  expect(instant('2027-03-28', '01:30')).toBe('closing.time');
  expect(instant('2027-03-28', '02:00')).toBe('2027-03-28T01:00:00.000Z');
  expect(instant('2027-03-14', '02:30', 'America/New_York')).toBe('closing.time');
});

test('of the hour that comes twice in autumn the later is meant', () => {
  expect(instant('2027-10-31', '01:30')).toBe('2027-10-31T01:30:00.000Z');
  expect(instant('2027-10-31', '00:30')).toBe('2027-10-30T23:30:00.000Z');
});

test('row 63: a slip into a far year is caught', () => {
  expect(instant('2062-12-09', '18:00')).toBe('closing.date');
});

test('saving a closing unchanged never shifts it, from UTC-11 to UTC+14', () => {
  for (const zone of ['Pacific/Pago_Pago', 'America/New_York', 'UTC', 'Europe/London', 'Asia/Kathmandu', 'Pacific/Kiritimati'])
    for (const time of ['00:00', '18:00', '23:59', '24:00']) {
      const once = read('2026-12-09', time, zone);
      if (!('closesAt' in once)) throw new Error(once.message);
      const [date = '', clock = ''] = once.closesLocal.split('T');
      expect(read(date, clock, zone)).toEqual(once);
    }
});
