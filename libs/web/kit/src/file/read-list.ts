/** What came of a file: its text, or why not. */
export type FileRead = { readonly text: string } | { readonly refusal: string };

/**
 * The text of a chosen file, whatever it was saved in: UTF-8, UTF-16 with its mark, or else Windows-1252 as older
 * spreadsheets write it. Refuses workbooks, binary files and what is longer than `longest`, in characters.
 */
export const readList = (bytes: Uint8Array, longest: number): FileRead => {
  if (bytes.length > 4 * longest)
    return { refusal: `This file is too long. A list holds at most ${longest.toLocaleString('en-GB')} characters.` };
  if (startsWith(bytes, [0x50, 0x4b]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return { refusal: 'This is a workbook, not a list. In your spreadsheet, save it as CSV and choose that file.' };
  const text = decode(bytes);
  if (text.includes('\0')) return { refusal: 'This file is not text. Choose a CSV file, or paste the lines.' };
  return { text: text.replace(/\r\n?/g, '\n') };
};

const decode = (bytes: Uint8Array): string => {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  return isUtf8(bytes) ? new TextDecoder().decode(bytes) : new TextDecoder('windows-1252').decode(bytes);
};

/** Only UTF-8 comes out of its decoder as it went in. */
const isUtf8 = (bytes: Uint8Array): boolean => {
  const again = new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  return again.length === bytes.length && again.every((byte, i) => byte === bytes[i]);
};

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, i) => bytes[i] === byte);

/** What was in the box stays; the file's lines follow it. */
export const addedTo = (typed: string, text: string): string => (typed.trim() === '' ? text : `${typed.trimEnd()}\n${text}`);
