import type { FieldError, LaunchRequest } from '@facet/contract';
import { LONGEST_ROUND_DAYS, whyNotCloseAt } from '@facet/domain-round';
import { DateTime, IANAZone } from 'luxon';

/** A closing as people wrote it, and the instant that it is. */
export interface Closing {
  /** "2026-12-09T18:00", in `zone`: what is shown and saved again never shifts. */
  readonly closesLocal: string;
  readonly zone: string;
  readonly closesAt: Date;
}

type Part = keyof LaunchRequest['closing'];

/**
 * The instant of a date and time in a zone, or what is wrong with them. 24:00 is 00:00 of the next day. A time that the clocks
 * leave out in spring is refused; of one that comes twice in autumn the later is meant, so that nobody is cut off an hour early.
 */
export function readClosing(written: Readonly<Record<Part, string>>, now: Date): Closing | FieldError {
  const { date, time, zone } = written;
  if (!/^[A-Za-z]/.test(zone) || !IANAZone.isValidZone(zone))
    return wrong('zone', `“${zone}” is not a time zone. Choose one like Europe/London.`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !DateTime.fromISO(date, { zone: 'utc' }).isValid)
    return wrong('date', `There is no such day as ${date === '' ? 'the one left empty' : date}. Choose another.`);
  if (!/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time)) return wrong('time', 'Write the time as hours and minutes, like 18:00.');

  const onTheClock = DateTime.fromISO(`${date}T${time}`, { zone: 'utc' }).toFormat(LOCAL);
  const first = DateTime.fromISO(onTheClock, { zone });
  if (first.toFormat(LOCAL) !== onTheClock)
    return wrong('time', `On that day the clocks in ${zone} leave out ${time}. Choose another time.`);
  const closesAt = new Date(Math.max(...first.getPossibleOffsets().map((possible) => possible.toMillis())));
  switch (whyNotCloseAt(closesAt, now)) {
    case null:
      return { closesLocal: onTheClock, zone, closesAt };
    case 'not after now':
      return wrong('date', 'This time has passed already. Colleagues need time to answer: two weeks are usual.');
    case 'too far away':
      return wrong('date', `This is more than ${LONGEST_ROUND_DAYS} days away. Choose an earlier day.`);
  }
}

const LOCAL = "yyyy-MM-dd'T'HH:mm";

const wrong = (part: Part, message: string): FieldError => ({ field: `closing.${part}`, message });
