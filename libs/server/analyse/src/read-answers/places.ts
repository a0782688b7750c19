import type { Place } from '../fault';

/** The place behind a text that begins at a place. */
export const after = ({ line, column }: Place, text: string): Place => {
  const breaks = text.split('\n').length - 1;
  return { line: line + breaks, column: breaks === 0 ? column + text.length : text.length - text.lastIndexOf('\n') };
};

export type Separator = ',' | ';' | '\t';

/** What stands most often between the words of the first line that is not empty; a comma where nothing does. */
export const separatorOf = (text: string): Separator => {
  const [header = ''] = text.split('\n').filter((line) => line.trim() !== '');
  const often = (separator: Separator): number => header.split(separator).length;
  return ([',', ';', '\t'] as const).reduce((best, separator) => (often(separator) > often(best) ? separator : best));
};

/** Where a cell (from 0) of a row begins, quotation mark included, in a row that begins in column 1 of `line`. Its end where there is no such cell. */
export const placeOfCell = (row: string, separator: Separator, cell: number, line: number): Place => {
  const text = row.replace(/\n$/, '');
  let quoted = false;
  let passed = 0;
  let at = 0;
  for (; at < text.length && passed < cell; at += 1) {
    const character = text.charAt(at);
    if (character === '"') quoted = !quoted;
    else if (character === separator && !quoted) passed += 1;
  }
  return after({ line, column: 1 }, text.slice(0, at) + (/^ */.exec(text.slice(at))?.[0] ?? ''));
};
