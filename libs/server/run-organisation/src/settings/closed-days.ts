import { DateTime } from 'luxon';

/** Two school years of holidays, with room to spare. */
const MOST_DAYS = 400;
const SHAPES = ['yyyy-MM-dd', 'd MMMM yyyy', 'd MMM yyyy', 'd/M/yyyy'];

/** The first line that is no day or time of days that exists, in the order of the calendar, as it was typed. */
export interface NotADay {
  readonly line: number;
  readonly typed: string;
}

/**
 * Days on which nobody is written to, one or a time "from to until" on each line, as local dates "2026-12-25" in their order and each
 * once; `too many` beyond 400 of them.
 */
export function readClosedDays(text: string): readonly string[] | NotADay | 'too many' {
  const days = new Set<string>();
  for (const [at, typed] of text.split('\n').entries()) {
    if (typed.trim() === '') continue;
    const [first, last] = ends(typed.trim());
    if (!first?.isValid || !last?.isValid || last < first) return { line: at + 1, typed: typed.trim().slice(0, 60) };
    for (let day = first; day <= last; day = day.plus({ days: 1 })) {
      days.add(day.toFormat('yyyy-MM-dd'));
      if (days.size > MOST_DAYS) return 'too many';
    }
  }
  return [...days].toSorted();
}

/** The same days as a person would write them: days in a row on one line. */
export function writeClosedDays(days: readonly string[]): string {
  const lines: { first: DateTime; last: DateTime }[] = [];
  for (const day of days.toSorted()) {
    const date = DateTime.fromISO(day, { zone: 'utc' });
    const open = lines.at(-1);
    if (open && +open.last.plus({ days: 1 }) === +date) open.last = date;
    else lines.push({ first: date, last: date });
  }
  const written = (date: DateTime): string => date.setLocale('en-GB').toFormat('d MMMM yyyy');
  return lines.map(({ first, last }) => (first === last ? written(first) : `${written(first)} to ${written(last)}`)).join('\n');
}

function ends(typed: string): (DateTime | undefined)[] {
  const parts = typed.split(/ (?:to|until|–|-) /);
  if (parts.length > 2) return [];
  return [dayOf(parts[0]), dayOf(parts.at(-1))];
}

const dayOf = (text = ''): DateTime | undefined =>
  SHAPES.map((shape) => DateTime.fromFormat(text.trim(), shape, { zone: 'utc', locale: 'en-GB' })).find((date) => date.isValid);
