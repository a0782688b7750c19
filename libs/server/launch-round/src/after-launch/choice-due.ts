import { keyAbout } from '@facet/mail';
import type { Transaction } from '@facet/platform';
import type { Round } from '@facet/store-rounds';

/** Ids of those rounds whose coach has been asked, since they closed, what is to become of them; after an extension it may be asked anew. */
export async function choiceDue(tx: Transaction, rounds: readonly Pick<Round, 'id' | 'closesAt'>[]): Promise<ReadonlySet<string>> {
  const keys = rounds.flatMap(({ id, closesAt }) => [
    keyAbout({ round: id, kind: 'closing_choice', cause: closesAt.toISOString() }),
    keyAbout({ round: id, kind: 'unreadable_choice' }),
  ]);
  const rows = await tx.query<{ about: string }>('select distinct about from post.mail where dedupe_key = any($1)', [keys]);
  return new Set(rows.map(({ about }) => about));
}
