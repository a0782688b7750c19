import { setTimeout } from 'node:timers/promises';
import type { TestDatabase } from '@facet/testing';
import { long } from './table';

/** The long mode goes on for hours, and its machine has other work meanwhile. */
const WITHIN_MINUTES = long ? 10 : 2;

export const stillWaiting = (db: TestDatabase): Promise<{ id: string }[]> =>
  db.source.query<{ id: string }[]>(`select id from post.mail where state in ('pending', 'sending')`);

/** Resolves when no mail waits any more, with the milliseconds that took; fails after `WITHIN_MINUTES`. */
export async function settled(db: TestDatabase): Promise<number> {
  const began = performance.now();
  for (;;) {
    const { length } = await stillWaiting(db);
    if (length === 0) return performance.now() - began;
    if (performance.now() > began + WITHIN_MINUTES * 60_000) throw new Error(`${length} mails still wait after ${WITHIN_MINUTES} minutes`);
    await setTimeout(50);
  }
}
