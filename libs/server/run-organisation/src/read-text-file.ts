import { open } from 'node:fs/promises';

/** A framework or a worksheet has some tens of kilobytes; what is larger is something else. */
export const largestFile = 1_000_000;

export type TextFile = { readonly read: true; readonly text: string } | { readonly read: false; readonly reason: string };

/** The text of a file that somebody names: UTF-8, or UTF-16 with its mark. Anything else is refused with a sentence. */
export const readTextFile = async (path: string): Promise<TextFile> => {
  try {
    return textOf(await firstBytes(path, largestFile + 1));
  } catch (error) {
    return { read: false, reason: reasonOf(error) };
  }
};

/** Stops at `most`, so that a device without an end fills no memory. */
const firstBytes = async (path: string, most: number): Promise<Buffer> => {
  await using file = await open(path);
  const bytes = Buffer.allocUnsafe(most);
  let length = 0;
  for (;;) {
    const { bytesRead } = await file.read(bytes, length, most - length);
    length += bytesRead;
    if (bytesRead === 0 || length === most) return bytes.subarray(0, length);
  }
};

const textOf = (bytes: Buffer): TextFile => {
  if (bytes.length > largestFile) return refused('This file is larger than 1 MB. Is it the right one?');
  if (bytes.toString('latin1', 0, 4) === 'PK\x03\x04') return refused('This is a Word file or an archive. Save it as plain text first.');
  if (bytes.toString('latin1', 0, 5) === '%PDF-') return refused('This is a PDF file. Save its text as plain text first.');
  const text = decoded(bytes);
  if (text === undefined) return refused('This is not text in UTF-8. Save it as plain text with the encoding UTF-8.');
  if (text.includes('\0')) return refused('This is a binary file, not text.');
  if (text.trim() === '') return refused('This file is empty.');
  return { read: true, text };
};

const decoded = (bytes: Buffer): string | undefined => {
  const mark = bytes.toString('hex', 0, 2);
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return undefined;
    throw error;
  }
};

const refused = (reason: string): TextFile => ({ read: false, reason });

const reasonOf = (error: unknown): string => {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'There is no such file.';
  if (code === 'EISDIR') return 'This is a folder. Name a file in it.';
  if (code === 'EACCES' || code === 'EPERM') return 'You may not read this file.';
  if (typeof code === 'string') return `This file could not be read (${code}).`;
  throw error;
};
