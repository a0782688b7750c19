import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { FileVault, RoundSecret } from '@facet/answer-links';
import type { Database } from '@facet/platform';
import type { Finding } from './finding';

/** Bits that let the group or everybody else in. */
const OTHERS = 0o077;

/** The folder of the rounds' secrets: can it be written and read, by whom else, where does it lie, and is any secret missing. */
export async function examineVault(folder: string, database: Database, databaseFolder: string | null): Promise<Finding[]> {
  const vault = new FileVault(folder);
  const trial = randomUUID();
  try {
    await vault.put(trial, RoundSecret.make());
    await vault.destroy(trial);
  } catch (error) {
    return [
      {
        area: 'vault',
        state: 'bad',
        says: `The key vault ${folder} cannot be written and read (${(error as NodeJS.ErrnoException).code ?? 'damaged'}).`,
        advice: 'FACET_KEYS_DIR must be a folder that every process of Facet may write to.',
      },
    ];
  }
  return [await permissions(folder), await place(folder, databaseFolder), await secrets(vault, database)];
}

async function permissions(folder: string): Promise<Finding> {
  const { mode } = await stat(folder);
  return (mode & OTHERS) === 0
    ? { area: 'vault', state: 'good', says: `The key vault ${folder} is written and read, by Facet’s account alone.` }
    : {
        area: 'vault',
        state: 'bad',
        says: `The key vault ${folder} is open to other accounts of this machine (mode ${(mode & 0o777).toString(8)}).`,
        advice: `chmod 700 ${folder}`,
      };
}

/** `databaseFolder`: null where the database is on another machine, as far as anybody can tell. */
async function place(folder: string, databaseFolder: string | null): Promise<Finding> {
  if (databaseFolder === null)
    return {
      area: 'vault',
      state: 'not checked',
      says: 'The database runs elsewhere: whether its backups hold the vault too is yours to see.',
    };
  const [vault, data] = await Promise.all([stat(folder), stat(databaseFolder)]);
  return vault.dev === data.dev
    ? {
        area: 'vault',
        state: 'look',
        says: 'The key vault lies on the database’s volume: whoever takes a copy of the volume has both.',
        advice: 'Set FACET_KEYS_DIR to a folder on another volume, with backups of its own that keep only the newest.',
      }
    : { area: 'vault', state: 'good', says: 'The key vault lies on a volume of its own.' };
}

async function secrets(vault: FileVault, database: Database): Promise<Finding> {
  const rounds = await database.as('facet_seal', null, (tx) => tx.query<{ round: string }>('select round from door.unsealed_rounds()'));
  const kept = await Promise.all(rounds.map(async ({ round }) => (await vault.get(round)) !== null));
  const missing = kept.filter((there) => !there).length;
  return missing === 0
    ? { area: 'vault', state: 'good', says: `The secret of every round that is not sealed is there (${rounds.length}).` }
    : {
        area: 'vault',
        state: 'bad',
        says: `The secrets of ${missing} of ${rounds.length} rounds that are not sealed are missing or damaged: their answers cannot be read.`,
        advice: 'Put the newest backup of the vault back before these rounds close.',
      };
}
