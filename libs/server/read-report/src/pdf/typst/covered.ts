import { closeSync, openSync, readSync } from 'node:fs';

/** First and last character of a run that a face has shapes for. */
type Run = readonly [first: number, last: number];

const SEGMENTS_OF_16_BITS = 4;
const GROUPS_OF_32_BITS = 12;

const CHARACTERS = 0x11_0000;

/** Which characters one of these OpenType files has a shape for, by their tables “cmap” (OpenType 1.9, formats 4 and 12). */
export function coverageOf(files: readonly string[]): (character: number) => boolean {
  const covered = new Uint8Array(CHARACTERS);
  for (const [first, last] of files.flatMap(runsIn)) covered.fill(1, first, last + 1);
  return (character) => covered[character] === 1;
}

function runsIn(file: string): Run[] {
  const table = readTable(file, 'cmap');
  const count = table.readUInt16BE(2);
  const starts = new Set(Array.from({ length: count }, (_, at) => table.readUInt32BE(4 + 8 * at + 4)));
  return [...starts].flatMap((start) => {
    const format = table.readUInt16BE(start);
    if (format === GROUPS_OF_32_BITS) return groups(table, start);
    return format === SEGMENTS_OF_16_BITS ? segments(table, start) : [];
  });
}

function groups(table: Buffer, start: number): Run[] {
  return Array.from({ length: table.readUInt32BE(start + 12) }, (_, at): Run => {
    const group = start + 16 + 12 * at;
    return [table.readUInt32BE(group), table.readUInt32BE(group + 4)];
  });
}

/** A segment may hold characters without a shape: each is looked up. */
function segments(table: Buffer, start: number): Run[] {
  const doubled = table.readUInt16BE(start + 6);
  const [ends, begins, deltas, offsets] = [14, 16 + doubled, 16 + 2 * doubled, 16 + 3 * doubled].map((at) => start + at) as [
    number,
    number,
    number,
    number,
  ];
  const runs: Run[] = [];
  for (let at = 0; at < doubled; at += 2) {
    const [first, last] = [table.readUInt16BE(begins + at), table.readUInt16BE(ends + at)];
    const [delta, offset] = [table.readUInt16BE(deltas + at), table.readUInt16BE(offsets + at)];
    for (let character = first; character <= last && character < 0xffff; character++) {
      const glyph = offset === 0 ? (character + delta) & 0xffff : table.readUInt16BE(offsets + at + offset + 2 * (character - first));
      if (glyph !== 0) runs.push([character, character]);
    }
  }
  return runs;
}

/** Only the table: a face of Chinese has eight megabytes. */
function readTable(file: string, name: string): Buffer {
  const descriptor = openSync(file, 'r');
  const read = (start: number, length: number): Buffer => {
    const bytes = Buffer.alloc(length);
    readSync(descriptor, bytes, 0, length, start);
    return bytes;
  };
  try {
    const tables = read(4, 2).readUInt16BE(0);
    const directory = read(12, 16 * tables);
    const at = Array.from({ length: tables }, (_, one) => 16 * one).find((one) => directory.toString('latin1', one, one + 4) === name);
    if (at === undefined) throw new Error(`${file} has no table “${name}”`);
    return read(directory.readUInt32BE(at + 8), directory.readUInt32BE(at + 12));
  } finally {
    closeSync(descriptor);
  }
}
