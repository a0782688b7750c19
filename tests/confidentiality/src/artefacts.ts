import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Every file below a folder that holds the text, in plain, as hex or in any alignment of base64. */
export async function filesWith(folder: string, text: string): Promise<string[]> {
  const needles = spellings(text);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const content = await readFile(path);
    if (needles.some((needle) => content.includes(needle))) found.push(relative(folder, path));
  }
  return found.sort();
}

/** The forms in which a text could be lying about. */
export function spellings(text: string): string[] {
  const bytes = Buffer.from(text);
  const base64 = [0, 1, 2].map((shift) => {
    const shifted = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replaceAll('=', '');
    return shifted.slice(Math.ceil((shift * 8) / 6), -2);
  });
  return [text, bytes.toString('hex'), ...base64];
}
