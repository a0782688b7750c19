import type { Transaction } from '@facet/platform';
import { isWordingKey, type WordingKey } from './built-in';
import type { Wording } from './wording';

/** How the organisation of this transaction words this letter; null where it has the words that it comes with. */
export async function readWording(tx: Transaction, letter: WordingKey): Promise<Wording | null> {
  const [row] = await tx.query<Wording>('select subject, heading, paragraphs from post.wording where letter = $1', [letter]);
  return row ?? null;
}

/** All letters that the organisation of this transaction words itself, as it words them. */
export async function readWordings(tx: Transaction): Promise<ReadonlyMap<string, Wording>> {
  const rows = await tx.query<Wording & { letter: string }>('select letter, subject, heading, paragraphs from post.wording');
  return new Map(rows.map(({ letter, ...wording }) => [letter, wording]));
}

/** The letters that this organisation words itself. */
export async function wordedLetters(tx: Transaction): Promise<WordingKey[]> {
  const rows = await tx.query<{ letter: string }>('select letter from post.wording');
  return rows.map(({ letter }) => letter).filter(isWordingKey);
}

/** Keeps a wording in which `wordingFaults` finds nothing. Mails that wait already get it too. */
export async function keepWording(tx: Transaction, letter: WordingKey, { subject, heading, paragraphs }: Wording): Promise<void> {
  await tx.query(
    `insert into post.wording (organisation, letter, subject, heading, paragraphs, changed_at)
      values (platform.organisation(), $1, $2, $3, $4, $5)
      on conflict (organisation, letter) do update set subject = $2, heading = $3, paragraphs = $4, changed_at = $5`,
    [letter, subject, heading, [...paragraphs], tx.now],
  );
}

/** Back to the words that the letter comes with. */
export async function dropWording(tx: Transaction, letter: WordingKey): Promise<void> {
  await tx.query('delete from post.wording where letter = $1', [letter]);
}
