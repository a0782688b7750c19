import { readSheet } from 'read-excel-file/universal';
import type { FileRead } from './read-list';

/** The first sheet of a workbook as CSV; at most `longest` characters. What is in other sheets is not read. */
export async function readWorkbook(file: Blob, longest: number): Promise<FileRead> {
  let rows: unknown[][];
  try {
    rows = await readSheet(file);
  } catch {
    return { refusal: 'This workbook could not be opened. In your spreadsheet, save it as CSV and choose that file.' };
  }
  const text = rows.map((row) => row.map(cellOf).join(',')).join('\n');
  if (text.length > longest)
    return { refusal: `This sheet is too long. A list holds at most ${longest.toLocaleString('en-GB')} characters.` };
  if (text.replace(/[,\n"]/g, '').trim() === '') return { refusal: 'The first sheet of this workbook is empty. Put the list there.' };
  return { text };
}

/** A cell may hold a number, a date or nothing: a list of people needs only its text. */
const cellOf = (value: unknown): string => {
  const text = typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
