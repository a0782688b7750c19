import type { Vault } from '@facet/answer-links';
import { MailRows, tellCancelled } from '@facet/mail';
import type { Database } from '@facet/platform';
import { Rounds } from '@facet/store-rounds';
import type { DataSource } from 'typeorm';
import { type KeysBackup, secretOf } from '../backup/keys-file';

export interface OpenRounds {
  /** Open in the backup, and open again with their secret. */
  readonly open: number;
  /** Ids of those that had been sealed or cancelled since, or whose secret is nowhere: cancelled, and everybody concerned is told. */
  readonly ended: readonly string[];
}

/**
 * Gives open rounds their secrets back. A round that was sealed after the backup is never sealed a second time: whoever had read the
 * first report could take one from the other and see what a single colleague said. It is cancelled instead.
 */
export async function endAgain(
  source: DataSource,
  database: Database,
  vault: Vault,
  keys: KeysBackup,
  ended: ReadonlySet<string>,
): Promise<OpenRounds> {
  const open = await source.query<{ id: string; organisation: string }[]>(
    'select id, organisation from people.round where sealed_at is null and cancelled_at is null order by id',
  );
  const gone: string[] = [];
  for (const { id, organisation } of open) {
    const kept = (await vault.get(id)) ?? secretOf(keys, id);
    if (kept && !ended.has(id)) {
      await vault.put(id, kept);
      continue;
    }
    gone.push(id);
    await database.as('facet_people', organisation, async (tx) => {
      await new Rounds().cancel(tx, id);
      await tellCancelled(tx, new MailRows(), id);
    });
  }
  return { open: open.length - gone.length, ended: gone };
}
