import { readdirSync, readFileSync } from 'node:fs';

interface Process {
  readonly id: number;
  readonly parent: number;
  readonly words: string;
}

/** Megabytes that this process, whatever names `folder` among its words, and all their children use. Linux only. */
export function memoryOf(id: number, folder: string): number {
  const all = running();
  const found = new Set(all.filter((one) => one.id === id || one.words.includes(folder)).map((one) => one.id));
  for (const parent of found) for (const one of all) if (one.parent === parent) found.add(one.id);
  return [...found].reduce((sum, one) => sum + sharedOf(one), 0) / 1024;
}

const running = (): Process[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const [status, words] = [read(`/proc/${name}/status`), read(`/proc/${name}/cmdline`)];
      const [, parent = '0'] = /^PPid:\s+(\d+)/m.exec(status) ?? [];
      return status === '' ? [] : [{ id: Number(name), parent: Number(parent), words }];
    });

/** Kilobytes; a page that several processes share counts for each only in part. */
const sharedOf = (id: number): number => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${id}/smaps_rollup`))?.[1] ?? 0);

/** Empty for a process that has ended meanwhile. */
const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};
