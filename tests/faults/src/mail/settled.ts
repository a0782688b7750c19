import { setTimeout } from 'node:timers/promises';
import type { TestDatabase } from '@facet/testing';

const WITHIN_MS = 120_000;

export const stillWaiting = (db: TestDatabase): Promise<{ id: string }[]> =>
  db.source.query<{ id: string }[]>(`select id from post.mail where state in ('pending', 'sending')`);

/** Resolves when no mail waits any more, with the milliseconds that took; fails after two minutes. */
export async function settled(db: TestDatabase): Promise<number> {
  const began = performance.now();
  for (;;) {
    const { length } = await stillWaiting(db);
    if (length === 0) return performance.now() - began;
    if (performance.now() > began + WITHIN_MS) throw new Error(`${length} mails still wait after two minutes`);
    await setTimeout(50);
  }
}
