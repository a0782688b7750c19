import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Puts a file in its place whole or not at all: `fill` writes a temporary one beside it and forces it to the disk, `check` reads it back,
 * and only then does it get its name. Whatever had the name before is there until that moment.
 */
export async function wholeFile(
  path: string,
  fill: (temporary: string) => Promise<void>,
  check: (temporary: string) => Promise<void>,
): Promise<void> {
  const temporary = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    await fill(temporary);
    await check(temporary);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  // A rename survives a power cut only once the folder itself is on disk.
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
