import { realpath, writeFile } from 'node:fs/promises';

/**
 * Writes a file that is not there yet, or with `over` one that is, but never over the file `notOver`. Null when it was written, or
 * a sentence on why nothing was.
 */
export const writeNewFile = async (
  path: string,
  text: string,
  { over, notOver }: { over: boolean; notOver: string },
): Promise<string | null> => {
  try {
    if (over && (await isSameFile(path, notOver))) return `${path} is the document itself. Nothing was written.`;
    await writeFile(path, text, { flag: over ? 'w' : 'wx' });
    return null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return `${path} is there already. Nothing was written; use --force to write over it.`;
    if (code === 'ENOENT' || code === 'ENOTDIR') return `There is no folder for ${path}. Nothing was written.`;
    if (code === 'EISDIR') return `${path} is a folder. Nothing was written.`;
    if (typeof code === 'string') return `${path} could not be written (${code}).`;
    throw error;
  }
};

const isSameFile = async (one: string, other: string): Promise<boolean> => {
  const [first, second] = await Promise.allSettled([realpath(one), realpath(other)]);
  return first.status === 'fulfilled' && second.status === 'fulfilled' && first.value === second.value;
};
