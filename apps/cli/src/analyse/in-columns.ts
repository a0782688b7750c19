/** Lines whose cells stand under each other, two blanks apart, without blanks at their ends. */
export const inColumns = (rows: readonly (readonly string[])[]): string[] => {
  const widths = rows.reduce<number[]>(
    (known, row) => Array.from({ length: Math.max(known.length, row.length) }, (_, at) => Math.max(known[at] ?? 0, width(row[at] ?? ''))),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - width(cell)))
      .join('  ')
      .trimEnd(),
  );
};

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Letters as they are seen, whatever number of code units they take. */
const width = (text: string): number => [...letters.segment(text)].length;
