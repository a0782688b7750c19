/** A table of a page: cells without the marks of code, so that `too_few` and too_few are one. */
export interface PageTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Every table of a page in Markdown, in its order. For the test of docs/statistics.md only. */
export const tablesOf = (page: string): PageTable[] =>
  [...page.matchAll(/(?:^\|.*\n)+/gm)].map(([table]) => {
    const [header = [], , ...rows] = table.trim().split('\n').map(cellsOf);
    return { header, rows };
  });

const cellsOf = (line: string): string[] =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim().replaceAll('`', ''));

/** What stands in the page's block of CSV. */
export const csvOf = (page: string): string => /```csv\n([^`]+)```/.exec(page)?.[1] ?? '';

/** The page as running text: a sentence reads on where its line breaks. */
export const textOf = (page: string): string => page.replace(/\s+/g, ' ');
