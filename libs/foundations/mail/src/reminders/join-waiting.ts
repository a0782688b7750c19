import type { Transaction } from '@facet/platform';
import { type NewItem, writeItems } from '../outbox/item-rows';

/**
 * What becomes due for somebody who has a reminder waiting goes into that reminder: it rests until the morning, say. Only into one
 * that has never been tried, because what left before may have arrived. The row is locked, so that no worker takes it meanwhile.
 * Returns whose reminders have found a place.
 */
export async function joinWaiting(tx: Transaction, due: ReadonlyMap<string, readonly NewItem[]>): Promise<ReadonlySet<string>> {
  const waiting = await tx.query<{ mail: string; person: string }>(
    `with locked as (
        select id as mail, person, not_before from post.mail
          where kind = 'reminder' and state = 'pending' and attempt = 0 and person = any($1) order by id for update
      )
      select mail, person from locked order by not_before desc, mail`,
    [[...due.keys()]],
  );
  const mailOf = new Map(waiting.map(({ person, mail }) => [person, mail])); // of several the one that leaves first
  const items = [...mailOf].flatMap(([person, mail]) => (due.get(person) ?? []).map((item) => ({ mail, ...item })));
  await writeItems(tx, items);
  return new Set(mailOf.keys());
}
