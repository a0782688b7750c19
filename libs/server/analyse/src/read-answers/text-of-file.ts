import { createReadStream } from 'node:fs';
import { type Place, Unreadable } from '../fault';
import { after } from './places';

/** The text of a file in UTF-8, piece by piece, without a byte order mark and with every line ended by "\n". */
export async function* textOfFile(path: string): AsyncGenerator<string> {
  try {
    yield* textOf(createReadStream(path));
  } catch (error) {
    const message = reasonOf(error);
    throw message === null ? error : new Unreadable([{ at: null, message }]);
  }
}

/** The same of pieces that may end anywhere, within a letter or between the two halves of a line's end. */
export async function* textOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let place: Place = { line: 1, column: 1 };
  let undecided = Buffer.alloc(0);
  let lineMayEnd = false;
  let begun = false;
  for await (const piece of pieces) {
    const bytes = Buffer.concat([undecided, piece]);
    const { text, length, valid } = decode(bytes);
    const plain: string = `${lineMayEnd ? '\r' : ''}${begun ? text : text.replace(/^\uFEFF/, '')}`;
    lineMayEnd = valid && plain.endsWith('\r');
    const lines = (lineMayEnd ? plain.slice(0, -1) : plain).replace(/\r\n?/g, '\n');
    place = after(place, lines);
    if (!valid) throw notUtf8(place);
    undecided = bytes.subarray(length);
    begun ||= text !== '';
    yield lines;
  }
  if (undecided.length > 0) throw notUtf8(place);
  if (lineMayEnd) yield '\n';
}

interface Decoded {
  readonly text: string;
  /** Bytes that `text` was made of: up to three more may be the beginning of a letter. */
  readonly length: number;
  /** False where the bytes behind `text` are no UTF-8. */
  readonly valid: boolean;
}

const utf8 = () => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const decode = (bytes: Buffer): Decoded => {
  try {
    const text = utf8().decode(bytes, { stream: true });
    return { text, length: Buffer.byteLength(text), valid: true };
  } catch (error) {
    if (!isCoded(error, 'ERR_ENCODING_INVALID_ENCODED_DATA')) throw error;
    return { ...validBeginning(bytes), valid: false };
  }
};

/** Byte by byte, which is slow: done once, for a file that is refused. */
const validBeginning = (bytes: Buffer): { text: string; length: number } => {
  const decoder = utf8();
  let text = '';
  try {
    for (const byte of bytes) text += decoder.decode(Uint8Array.of(byte), { stream: true });
  } catch (error) {
    if (!isCoded(error, 'ERR_ENCODING_INVALID_ENCODED_DATA')) throw error;
  }
  return { text, length: Buffer.byteLength(text) };
};

const notUtf8 = (at: Place): Unreadable =>
  new Unreadable([{ at, message: 'This is not text in UTF-8. Save the file as CSV with the encoding UTF-8.' }]);

const isCoded = (error: unknown, code: string): boolean => (error as NodeJS.ErrnoException).code === code;

const reasonOf = (error: unknown): string | null => {
  if (error instanceof Unreadable) return null;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'There is no such file.';
  if (code === 'EISDIR') return 'This is a folder. Name a file in it.';
  if (code === 'EACCES' || code === 'EPERM') return 'You may not read this file.';
  return syscall === undefined ? null : `This file could not be read (${code ?? syscall}).`;
};
