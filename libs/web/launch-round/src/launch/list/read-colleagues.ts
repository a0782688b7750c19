import { asLines } from '@facet/domain-round';
import { type FileRead, readFile } from '@facet/web-kit';
import { LONGEST_LIST } from './longest-list';

/** A chosen or dropped file as plain lines of the list. */
export async function readColleagues(file: File): Promise<FileRead> {
  const read = await readFile(file, LONGEST_LIST);
  return 'text' in read ? { text: asLines(read.text) } : read;
}
