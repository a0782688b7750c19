import { type FileRead, readList } from './read-list';

/** The largest workbook that is opened in the page, in bytes. */
const LARGEST_WORKBOOK = 5_000_000;

/** A chosen or dropped file as the text of a list: CSV or text in any usual encoding, or the first sheet of a workbook as CSV. */
export async function readFile(file: Blob, longest: number): Promise<FileRead> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return readList(bytes, longest);
  if (bytes.length > LARGEST_WORKBOOK) return { refusal: 'This workbook is too large. Put the list on a sheet of its own, and save that.' };
  // Whoever pastes never loads what reads workbooks.
  const { readWorkbook } = await import('./read-workbook');
  return readWorkbook(file, longest);
}
