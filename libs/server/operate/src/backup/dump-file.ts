import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { DumpEnd, DumpHead } from './dump';
import { Damaged } from './small-file';

export async function writeDumpFile(path: string, lines: AsyncIterable<string>): Promise<void> {
  await pipeline(Readable.from(lines), createGzip(), createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
}

/** One row, with the name of its table. */
export type DumpRow = readonly [table: string, row: object];

export interface DumpReading {
  readonly head: DumpHead;
  /** To be read to its end, which throws `Damaged` unless every line is there as it was written. */
  readonly rows: AsyncGenerator<DumpRow, DumpEnd>;
}

/** Opens a backup. Throws `Damaged` where it is none, or its first line cannot be read. */
export async function readDumpFile(path: string): Promise<DumpReading> {
  const lines = linesOf(path);
  const first = await lines.next();
  const hash = createHash('sha256');
  const head = first.done === true ? null : (parsed(first.value, path) as DumpHead);
  if (first.done === true || head?.facet !== 'backup') throw damaged(path);
  hash.update(`${first.value}\n`);
  return { head, rows: rowsOf(lines, hash, path) };
}

async function* rowsOf(lines: AsyncGenerator<string>, hash: ReturnType<typeof createHash>, path: string): AsyncGenerator<DumpRow, DumpEnd> {
  const rows: Record<string, number> = {};
  for await (const line of lines) {
    const value = parsed(line, path) as DumpRow | DumpEnd;
    if ('sha256' in value) {
      if (value.sha256 !== hash.digest('hex') || Object.entries(value.rows).some(([table, count]) => (rows[table] ?? 0) !== count))
        throw damaged(path);
      return value;
    }
    hash.update(`${line}\n`);
    rows[value[0]] = (rows[value[0]] ?? 0) + 1;
    yield value;
  }
  throw damaged(path);
}

/** Reads the file from beginning to end, and says what it holds. */
export async function checkDumpFile(path: string): Promise<{ readonly head: DumpHead; readonly end: DumpEnd }> {
  const { head, rows } = await readDumpFile(path);
  for (;;) {
    const { done, value } = await rows.next();
    if (done === true) return { head, end: value };
  }
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const unpacked = createGunzip();
  // Whatever goes wrong with the file ends `unpacked` too, where it is met below.
  pipeline(createReadStream(path), unpacked).catch(() => undefined);
  let rest = '';
  try {
    for await (const chunk of unpacked.setEncoding('utf8') as AsyncIterable<string>) {
      const parts = (rest + chunk).split('\n');
      rest = parts.pop() ?? '';
      yield* parts;
    }
  } catch (error) {
    if (isCode(error, 'ENOENT')) throw new Damaged(`There is no file ${path}.`);
    if (isCode(error, 'Z_')) throw damaged(path);
    throw error;
  }
}

const isCode = (error: unknown, start: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && String(error.code).startsWith(start);

const parsed = (line: string, path: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    throw damaged(path);
  }
};

const damaged = (path: string): Damaged => new Damaged(`${path} is damaged, or is no backup of Facet.`);
