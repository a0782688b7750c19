import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import type { Rule } from './rule';

const NOT_COPIED = ['node_modules', 'dist', 'data', '.nx', '.git', '.angular'];

/** A copy of the workspace in which rules are removed one at a time; the workspace itself is never touched. */
export class Copy {
  private constructor(readonly folder: string) {}

  static of(workspace: string): Copy {
    const folder = mkdtempSync(join(tmpdir(), 'facet-mutations-'));
    const wanted = (path: string): boolean =>
      !relative(workspace, path)
        .split(sep)
        .some((part) => NOT_COPIED.includes(part));
    cpSync(workspace, folder, { recursive: true, filter: wanted });
    symlinkSync(join(workspace, 'node_modules'), join(folder, 'node_modules'));
    return new Copy(folder);
  }

  /** The copy without the rule for as long as `work` lasts. */
  without<Result>({ file, from, to }: Rule, work: () => Result): Result {
    const path = join(this.folder, file);
    const text = readFileSync(path, 'utf8');
    if (text.split(from).length !== 2) throw new Error(`"${from}" stands ${text.split(from).length - 1} times in ${file}, not once.`);
    writeFileSync(
      path,
      text.replace(from, () => to),
    );
    try {
      return work();
    } finally {
      writeFileSync(path, text);
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
