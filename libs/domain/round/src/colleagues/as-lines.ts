import { readHeader } from './header';
import type { Parts } from './parts';
import { wrongWithHeader } from './read-lines';
import { readRecords } from './records';

export interface TableRow {
  /** Where the row begins in the table, from 1. */
  readonly line: number;
  /** The colleague as a plain line, `Name <address>, group`. */
  readonly content: string;
}

/**
 * A table with a header as plain lines, one a colleague and in its order, so that it can stand among typed ones. A text without a
 * header, and a table whose header or quotation marks are wrong, comes back as it is: its faults are named where they stand.
 */
export function asLines(text: string): string {
  const rows = rowsOf(text);
  return rows === null ? text : rows.map(({ content }) => content).join('\n');
}

/** Null where `asLines` would change nothing. A row that does not fit the header keeps all its cells. */
export function rowsOf(text: string): TableRow[] | null {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const first = lines.findIndex((content) => content.trim() !== '');
  const header = readHeader(lines[first] ?? '');
  if (!header || wrongWithHeader(header, first + 1).length > 0) return null;
  const { records, unclosed } = readRecords(lines.slice(first + 1).join('\n'), header.separator, first + 2);
  if (unclosed !== null) return null;
  return records.map(({ line, cells }) => {
    const [name = '', address = '', group = ''] = (['name', 'email', 'group'] as const).map(
      (column) => cells[header.columns.indexOf(column)],
    );
    const fits = cells.length <= header.columns.length;
    return { line, content: fits ? lineWith({ name, address, group }) : cells.filter((cell) => cell !== '').join(', ') };
  });
}

/** One line that is read back as these parts; where brackets of its own would cut it apart, the reader says so. */
export function lineWith({ name, address, group }: Parts): string {
  const [plainName, plainAddress, plainGroup] = [onOneLine(name), onOneLine(address), onOneLine(group)];
  const person =
    plainAddress === '' || /[<>]/.test(plainName + plainAddress)
      ? [plainName, plainAddress]
      : [`${beforeBracket(plainName)}<${plainAddress}>`];
  return [...person, plainGroup].filter((part) => part !== '').join(', ');
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Only a name that begins with a quotation mark needs more of them. */
const beforeBracket = (name: string): string => (name === '' ? '' : name.startsWith('"') ? `"${name}" ` : `${name} `);
