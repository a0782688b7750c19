import { lstat, mkdir, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** What a mailbox is, as far as it is read here. Names are chosen by whoever delivers, who never uses one twice. */
export class Maildir {
  constructor(private readonly folder: string) {}

  /** The oldest first: names begin with the time of delivery. */
  async arrived(most: number): Promise<string[]> {
    return (await readdir(join(this.folder, 'new'))).sort().slice(0, most);
  }

  /** `gone` where another process has moved it meanwhile. Whatever is no plain file of that size at most is not opened. */
  async read(name: string, largest: number): Promise<Uint8Array | 'gone' | 'too large' | 'unreadable'> {
    const path = join(this.folder, 'new', name);
    const found = await lstat(path).catch(nullIfGone);
    if (found === null) return 'gone';
    if (!found.isFile()) return 'unreadable';
    return found.size > largest ? 'too large' : ((await readFile(path).catch(nullIfGone)) ?? 'gone');
  }

  /** Among the mails that have been read, with the mark of one that was seen. False where another process was first. */
  markSeen(name: string): Promise<boolean> {
    return this.move(name, 'cur', name.includes(':2,') ? name : `${name}:2,S`);
  }

  /** Into a folder of its own for each reason, for a person to look at. False where another process was first. */
  setAside(name: string, why: string): Promise<boolean> {
    return this.move(name, setAsideFolder(why), name);
  }

  private async move(name: string, to: string, newName: string): Promise<boolean> {
    await mkdir(join(this.folder, to), { recursive: true, mode: 0o700 });
    const moved = await rename(join(this.folder, 'new', name), join(this.folder, to, newName)).catch(nullIfGone);
    return moved !== null;
  }
}

/** Below a mailbox, a folder for each reason. */
export const setAsideFolder = (why: string): string => join('set-aside', why.replaceAll(' ', '-'));

function nullIfGone(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
