import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface Tag {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Tag[];
}
export interface ReadPdf {
  readonly text: string;
  readonly pages: readonly string[];
  readonly title: unknown;
  readonly language: unknown;
  /** Every element of its structure, in reading order. */
  readonly tags: readonly Tag[];
}

/** What a reader finds in a PDF: its text as it would be copied out, its structure, and what it says of itself. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false });
  try {
    const document = await task.promise;
    const pages: string[] = [];
    const tags: Tag[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
      tags.push(...within((await page.getStructTree()) as Tag));
    }
    const { info } = await document.getMetadata();
    const { Title: title, Language: language } = info as Record<string, unknown>;
    return { text: pages.join('\n'), pages, title, language, tags };
  } finally {
    await task.destroy();
  }
}

const within = (tag: Tag): Tag[] => [tag, ...(tag.children ?? []).flatMap(within)];
