import { asLines } from '@facet/domain-round';
import { readList } from '@facet/web-kit';
import { LONGEST_LIST } from './longest-list';

/** The largest workbook that is opened in the page. */
const LARGEST_WORKBOOK = 5_000_000;

/** A chosen or dropped file as plain lines of the list: CSV or text in any usual encoding, or the first sheet of a workbook. */
export async function readFile(file: File): Promise<FileRead> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return inLines(readList(bytes, LONGEST_LIST));
  if (bytes.length > LARGEST_WORKBOOK) return { refusal: 'This workbook is too large. Put the list on a sheet of its own, and save that.' };
  // Whoever pastes never loads what reads workbooks.
  const { readWorkbook } = await import('./read-workbook');
  return inLines(await readWorkbook(file, LONGEST_LIST));
}

/** What came of a file: its text, or why not. */
export type FileRead = ReturnType<typeof readList>;

const inLines = (read: FileRead): FileRead => ('text' in read ? { text: asLines(read.text) } : read);
