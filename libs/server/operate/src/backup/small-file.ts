import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { wholeFile } from './whole-file';

/** What was read is not what was written: cut short, changed, or another file. Its message says which file. */
export class Damaged extends Error {}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A small value as JSON with a checksum, for its owner alone. */
export async function writeSmallFile(path: string, value: object): Promise<void> {
  const content = JSON.stringify(value);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await wholeFile(
    path,
    (temporary) =>
      writeFile(temporary, `${JSON.stringify({ sha256: digest(content), content })}\n`, { mode: 0o600, flag: 'wx', flush: true }),
    async (temporary) => {
      await readSmallFile(temporary);
    },
  );
}

/** Null where there is no such file. Throws `Damaged` where it is not as it was written. */
export async function readSmallFile(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  try {
    const { sha256, content } = JSON.parse(text) as { sha256: unknown; content: unknown };
    if (typeof content === 'string' && digest(content) === sha256) return JSON.parse(content);
  } catch {
    // no JSON at all: damaged, as below
  }
  throw new Damaged(`${path} is damaged, or is another kind of file.`);
}
