/** The cells that stand together, with the number of the line (from 1) on which they begin. */
export interface TextRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface TextRecords {
  readonly records: readonly TextRecord[];
  /** The line on which a quotation mark opens that is never closed; nothing from there on is in `records`. */
  readonly unclosed: number | null;
}

export type Separator = ',' | ';' | '\t';

/**
 * Cells of a CSV text as RFC 4180 has them: quoted cells may hold separators, line breaks and doubled quotation marks.
 * Line breaks are "\n" only. Empty lines give no record.
 */
export function readRecords(text: string, separator: Separator, firstLine = 1): TextRecords {
  const records: TextRecord[] = [];
  let cells: string[] = [];
  let cell = '';
  let line = firstLine;
  let begins = firstLine;
  let quotedSince: number | null = null;

  const endCell = () => {
    cells.push(cell.trim());
    cell = '';
  };
  const endRecord = () => {
    endCell();
    if (cells.some((content) => content !== '')) records.push({ line: begins, cells });
    cells = [];
  };

  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (character === '\n') line += 1;
    if (quotedSince !== null) {
      if (character !== '"') cell += character;
      else if (text.charAt(i + 1) === '"') cell += text.charAt(++i);
      else quotedSince = null;
    } else if (character === '"' && cell.trim() === '') {
      cell = '';
      quotedSince = line;
    } else if (character === separator) endCell();
    else if (character === '\n') {
      endRecord();
      begins = line;
    } else cell += character;
  }
  if (quotedSince !== null) return { records, unclosed: quotedSince };
  endRecord();
  return { records, unclosed: null };
}
