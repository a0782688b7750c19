import { LONGEST_LINE, MOST_COLLEAGUES, type BadLine } from './bad-lines';
import { readHeader, type Column, type Header } from './header';
import { readParts, type Parts } from './parts';
import { readRecords, type TextRecord } from './records';

export interface FoundBad {
  readonly line: number;
  readonly kind: BadLine;
  readonly detail?: string;
}
export interface FoundParts {
  readonly line: number;
  readonly parts: Parts;
}

export interface LinesRead {
  readonly found: readonly (FoundParts | FoundBad)[];
  /** Columns of the header that are not needed, with the header's line. */
  readonly unused: readonly { readonly line: number; readonly title: string }[];
}

const NUL_OR_LOST = /[\0\uFFFD]/g;
// Everything Unicode calls a control or a line separator, but for the tab and the line break that cells may hold.
const CONTROL = /[\0-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029]/;

/** Finds the parts of every line, by its header if there is one. Checks the text, not yet what it says. */
export function readLines(text: string): LinesRead {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (isNoText(plain)) return onlyBad({ line: 1, kind: 'not text' });
  const lines = plain.split('\n').map((content, index) => ({ line: index + 1, content }));
  const written = lines.filter(({ content }) => content.trim() !== '');
  const [first] = written;
  if (first === undefined) return onlyBad({ line: 1, kind: 'nothing to read' });

  const header = readHeader(first.content.slice(0, LONGEST_LINE));
  const { found, unused } = header
    ? readTable(
        lines
          .slice(first.line)
          .map(({ content }) => content)
          .join('\n'),
        header,
        first.line,
      )
    : { found: written.map(({ line, content }) => readLine(line, content)), unused: [] };
  const surplus = found[MOST_COLLEAGUES];
  if (surplus) return { found: [...found.slice(0, MOST_COLLEAGUES), { line: surplus.line, kind: 'too many lines' }], unused };
  return { found: found.length === 0 ? [{ line: first.line, kind: 'nothing to read' }] : found, unused };
}

function readLine(line: number, content: string): FoundParts | FoundBad {
  const kind = wrongWithText(content);
  if (kind) return { line, kind };
  const parts = readParts(content.trim());
  return typeof parts === 'string' ? { line, kind: parts } : { line, parts };
}

function readTable(body: string, header: Header, headerLine: number): LinesRead {
  const wrong = wrongWithHeader(header, headerLine);
  if (wrong.length > 0) return { found: wrong, unused: [] };
  const { records, unclosed } = readRecords(body, header.separator, headerLine + 1);
  const unused = header.titles
    .filter((title, i) => title !== '' && header.columns[i] === null)
    .map((title) => ({ line: headerLine, title }));
  const found = records.map((record) => readRow(record, header));
  return { found: unclosed === null ? found : [...found, { line: unclosed, kind: 'unclosed quote' }], unused };
}

export function wrongWithHeader({ columns }: Header, line: number): FoundBad[] {
  return (['name', 'email', 'group'] as const).flatMap((column): FoundBad[] => {
    const times = columns.filter((found) => found === column).length;
    // Whoever has no group yet is asked about, colleague by colleague.
    if (times === 1 || (times === 0 && column === 'group')) return [];
    return [{ line, kind: times === 0 ? 'column missing' : 'column twice', detail: column }];
  });
}

function readRow({ line, cells }: TextRecord, { columns }: Header): FoundParts | FoundBad {
  const kind = wrongWithText(cells.join(','));
  if (kind) return { line, kind };
  const beyond = cells.slice(columns.length).find((cell) => cell !== '');
  if (beyond !== undefined) return { line, kind: 'cells beyond the header', detail: beyond };
  const cellOf = (column: Column) => cells[columns.indexOf(column)] ?? '';
  return { line, parts: { name: cellOf('name'), address: cellOf('email'), group: cellOf('group') } };
}

function wrongWithText(content: string): BadLine | null {
  if (content.length > LONGEST_LINE) return 'line too long';
  if (content.includes('\uFFFD')) return 'unreadable characters';
  return CONTROL.test(content) ? 'control characters' : null;
}

/** A zipped spreadsheet, a PDF, or UTF-16 read as something else, in which every other character is NUL. */
const isNoText = (text: string): boolean =>
  /^(PK\u0003\u0004|%PDF)/.test(text) || (text.match(NUL_OR_LOST) ?? []).length > text.length / 10;

const onlyBad = (bad: FoundBad): LinesRead => ({ found: [bad], unused: [] });
