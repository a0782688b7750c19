import { CsvError, type CsvErrorCode, parse } from 'csv-parse';
import { pipeline } from 'node:stream/promises';
import { type Place, Unreadable } from '../fault';
import { placeOfCell, separatorOf } from './places';

/** One row of a table with the place of each of its cells. Rows of which every cell is empty are passed over. */
export interface Row {
  /** Without the blanks around them. */
  readonly cells: readonly string[];
  /** The line on which it begins. */
  readonly line: number;
  placeOf(cell: number): Place;
}

/** A comment has a few hundred characters. What is longer is a quotation mark that was never closed. */
const longestRow = 128_000;

/**
 * Gives each row of a CSV text (RFC 4180; lines end with "\n") to `take`. The first line tells what stands between the cells: comma,
 * semicolon or tab. Ends with `Unreadable` where quotation marks make no sense, and with whatever `take` throws.
 */
export const readRows = async (text: AsyncIterable<string>, take: (row: Row) => void): Promise<void> => {
  const pieces = text[Symbol.asyncIterator]();
  const beginning = await firstLine(pieces);
  const separator = separatorOf(beginning);
  let line = 1;
  const parser = parse({
    delimiter: separator,
    record_delimiter: '\n',
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    raw: true,
    max_record_size: longestRow,
    // Taken while it is parsed: what a stream still holds when a later row fails would be lost, and its faults with it.
    on_record: (parsed: unknown) => {
      const { record, raw } = parsed as ParsedRow;
      const { begins, written } = withoutEmptyLines(raw, line);
      line += linesIn(raw);
      if (record.some((cell) => cell !== ''))
        take({ cells: record, line: begins, placeOf: (cell) => placeOfCell(written, separator, cell, begins) });
      return null;
    },
  });
  try {
    await pipeline(together(beginning, pieces), parser);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { begins, written } = withoutEmptyLines(String(error['raw']), line);
    throw new Unreadable([{ at: placeOfCell(written, separator, Number(error['column']), begins), message: sentenceOn(error) }]);
  }
};

interface ParsedRow {
  readonly record: readonly string[];
  /** As it is written, with the empty lines before it. */
  readonly raw: string;
}

const firstLine = async (pieces: AsyncIterator<string>): Promise<string> => {
  let beginning = '';
  while (!/\S.*\n/.test(beginning) && beginning.length < longestRow) {
    const next = await pieces.next();
    if (next.done) break;
    beginning += next.value;
  }
  return beginning;
};

async function* together(beginning: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield beginning;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

const linesIn = (text: string): number => text.split('\n').length - 1;

const withoutEmptyLines = (raw: string, line: number): { begins: number; written: string } => {
  const [empty = ''] = /^(?:[^\S\n]*\n)*/.exec(raw) ?? [];
  return { begins: line + linesIn(empty), written: raw.slice(empty.length) };
};

const behindQuote = 'This cell goes on behind its closing quotation mark. Double each quotation mark within a cell.';
const sentences: Readonly<Partial<Record<CsvErrorCode, string>>> = {
  CSV_QUOTE_NOT_CLOSED: 'A quotation mark opens here and is not closed.',
  CSV_MAX_RECORD_SIZE: `This row is longer than ${longestRow} characters. Is a quotation mark not closed?`,
  CSV_INVALID_CLOSING_QUOTE: behindQuote,
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: behindQuote,
  INVALID_OPENING_QUOTE: 'There is a quotation mark within this cell. Put the whole cell in quotation marks, and double those within it.',
};

const sentenceOn = ({ code, message }: CsvError): string => sentences[code] ?? `This is not CSV: ${message}.`;
