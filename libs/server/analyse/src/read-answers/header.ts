import { type Fault, Unreadable } from '../fault';
import { onOneLine } from '../on-one-line';
import type { Row } from './rows';

const needed = ['leader', 'rater', 'group', 'behaviour', 'rating'] as const;
const optional = ['seen', 'help'] as const;
const known = [...needed, ...optional];

export type Column = (typeof known)[number];

/** The position of each column; a column that may be absent is not in it. */
export type Columns = ReadonlyMap<Column, number>;

/** Which cell of a row is what, by the names in the first row, in any order. Throws `Unreadable` where that is not clear. */
export const readHeader = (row: Row): Columns => {
  const columns = new Map<Column, number>();
  const faults: Fault[] = [];
  row.cells.forEach((name, position) => {
    const column = known.find((one) => one === name);
    if (column === undefined) faults.push({ at: row.placeOf(position), message: unknown(name) });
    else if (columns.has(column)) faults.push({ at: row.placeOf(position), message: `The column “${name}” is there twice.` });
    else columns.set(column, position);
  });
  const missing = needed.filter((column) => !columns.has(column));
  if (missing.length > 0)
    faults.push({ at: row.placeOf(row.cells.length), message: `There is no column ${missing.map((column) => `“${column}”`).join(', ')}.` });
  if (faults.length > 0) throw new Unreadable(faults);
  return columns;
};

const unknown = (name: string): string =>
  `${name === '' ? 'A column without a name' : `The column “${shortened(name)}”`} is not known. Known are ${known.join(', ')}.`;

/** What stands in a file may be of any length; a sentence about it is not. */
export const shortened = (text: string): string => onOneLine(text.length > 40 ? `${text.slice(0, 40)}…` : text);
