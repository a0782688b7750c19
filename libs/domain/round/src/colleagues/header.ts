import { readRecords, type Separator } from './records';

export type Column = 'name' | 'email' | 'group';

const columnNames: Readonly<Record<Column, readonly string[]>> = {
  name: ['name', 'full name', 'colleague', 'colleague name'],
  email: ['email', 'e mail', 'mail', 'address', 'email address', 'e mail address'],
  group: ['group', 'rater group', 'relation', 'relationship', 'role'],
};

const columnOf = (cell: string): Column | null => {
  const plain = cell
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
  return (Object.keys(columnNames) as Column[]).find((column) => columnNames[column].includes(plain)) ?? null;
};

export interface Header {
  readonly separator: Separator;
  /** Which column each cell is; null = none that is needed, and not read. */
  readonly columns: readonly (Column | null)[];
  /** The cells as they are written. */
  readonly titles: readonly string[];
}

/** Reads the first line as a header, or null when it is a colleague: it holds an "@", or fewer than two known columns. */
export function readHeader(firstLine: string): Header | null {
  if (firstLine.includes('@')) return null;
  const candidates = ([',', ';', '\t'] as const).map((separator) => {
    const titles = readRecords(firstLine, separator).records[0]?.cells ?? [];
    const columns = titles.map(columnOf);
    return { separator, titles, columns, known: columns.filter((column) => column !== null).length };
  });
  const [best] = candidates.toSorted((a, b) => b.known - a.known);
  if (best === undefined || best.known === 0 || (best.known < 2 && best.columns.length > 1)) return null;
  return best;
}
