import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface Tag {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Tag[];
}

export async function sheetsOf(pdf: Uint8Array): Promise<number> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 });
  try {
    return (await task.promise).numPages;
  } finally {
    await task.destroy();
  }
}

/** Every table of a tagged PDF as whoever has it read aloud gets it: rows of cells, in words; a table may end on a later page. */
export async function tablesIn(pdf: Uint8Array): Promise<string[][]> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 });
  try {
    const document = await task.promise;
    const rows: string[][] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      const said = wordsByMark(items);
      for (const row of ofRole(await page.getStructTree(), 'TR'))
        rows.push(
          (row.children ?? []).map((cell) =>
            marksIn(cell)
              .map((mark) => said.get(mark) ?? '')
              .join(' '),
          ),
        );
    }
    return rows;
  } finally {
    await task.destroy();
  }
}

/** Text belongs to the innermost mark that is open where it stands. */
function wordsByMark(items: readonly object[]): Map<string, string> {
  const said = new Map<string, string>();
  const open: string[] = [];
  for (const item of items)
    if ('str' in item) {
      const mark = open.findLast((id) => id !== '');
      if (mark !== undefined) said.set(mark, `${said.get(mark) ?? ''}${String(item.str)}${'hasEOL' in item && item.hasEOL ? ' ' : ''}`);
    } else if ('type' in item && item.type === 'endMarkedContent') open.pop();
    else open.push('id' in item ? String(item.id) : '');
  return said;
}

const ofRole = (tag: Tag, role: string): Tag[] => (tag.role === role ? [tag] : (tag.children ?? []).flatMap((one) => ofRole(one, role)));
const marksIn = (tag: Tag): string[] => (tag.id === undefined ? (tag.children ?? []).flatMap(marksIn) : [tag.id]);
