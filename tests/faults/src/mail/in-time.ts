import { setTimeout } from 'node:timers/promises';

const WITHIN_MS = 60_000;

/** Looks until `holds` says yes; fails after a minute. Where the database is away, it looks again. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const began = performance.now();
  while (!(await holds().catch(() => false))) {
    if (performance.now() > began + WITHIN_MS) throw new Error(`a minute has passed, and not: ${what}`);
    await setTimeout(20);
  }
}
