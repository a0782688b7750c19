import { randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Vault } from '@facet/answer-links';
import type { Database } from '@facet/platform';

/**
 * Tries to keep something in a folder that the product needs, before anybody relies on it.
 *
 * @throws with a sentence that names the folder, the setting, and what to do
 */
export async function checkWritable(setting: 'FACET_DATA' | 'FACET_KEYS_DIR', folder: string): Promise<void> {
  const trial = join(folder, `.${randomUUID()}.tmp`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = await open(trial, 'wx', 0o600);
    try {
      await file.writeFile('so much must fit\n');
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'damaged';
    throw new Error(
      `${setting}: nothing can be kept in ${folder} (${code}). ${reasons[code] ?? usual} Nothing that was there has been changed.`,
      {
        cause: error,
      },
    );
  } finally {
    await rm(trial, { force: true }).catch(() => undefined); // where nothing can be written, nothing is left behind
  }
}

const full = 'Make room on that disk, and start again.';
const usual = 'Name a folder that Facet’s account may write to.';
const reasons: Readonly<Record<string, string>> = {
  ENOSPC: full,
  EDQUOT: full,
  EROFS: 'That disk is mounted read-only: mount it to be written, or name another folder.',
};

/**
 * The secrets of open rounds are what links and answers hang on: another folder than the one they were put into, after a move for
 * instance, would let nobody in and lose what was answered. One that is missing is a matter of its own round; all are a wrong folder.
 *
 * @throws with a sentence where rounds are open and the vault holds the secret of none
 */
export async function checkSecrets(database: Database, vault: Vault, folder: string): Promise<void> {
  const rounds = await database.as('facet_seal', null, (tx) => tx.query<{ round: string }>('select round from door.unsealed_rounds()'));
  if (rounds.length === 0) return;
  for (const { round } of rounds) if ((await vault.get(round)) !== null) return;
  throw new Error(
    `FACET_KEYS_DIR: ${folder} holds the secret of no open round (${rounds.length} are open). Links would not open and answers could not be ` +
      'read. Nothing has been changed. Mount or copy the folder that Facet had before; docs/operations/backup.md says what to do if it is lost.',
  );
}
