import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { readSmallFile, writeSmallFile } from './small-file';

/** A tombstone as it stands in a file: bytes in base64. */
export interface Forgotten {
  readonly organisation: string;
  readonly kind: 'person' | 'round';
  readonly salt: string;
  readonly hash: string;
  readonly at: string;
}

/**
 * What happened since a backup was made, as far as a restore of it has to know: who was forgotten, and which rounds have been sealed or
 * cancelled while their secret is still there. It lies in the folder of the keys, which does not go back in time with the database, and
 * is copied into every backup of the keys.
 */
export interface BesideTheKeys {
  readonly forgotten: readonly Forgotten[];
  readonly ended: readonly string[];
}

const FORGOTTEN = 'forgotten.json';
const ENDED = 'ended-rounds.json';

export const readBeside = async (keysFolder: string): Promise<BesideTheKeys> => ({
  forgotten: ((await readSmallFile(join(keysFolder, FORGOTTEN))) as Forgotten[] | null) ?? [],
  ended: ((await readSmallFile(join(keysFolder, ENDED))) as string[] | null) ?? [],
});

/** Adds every tombstone of the database to the list. None ever leaves it: a backup from before may be as old as it likes. */
export async function keepForgotten(source: DataSource, keysFolder: string): Promise<void> {
  const rows = await source.query<Forgotten[]>(
    `select organisation, kind, encode(salt, 'base64') as salt, encode(hash, 'base64') as hash, at from operate.tombstone order by hash`,
  );
  const { forgotten } = await readBeside(keysFolder);
  const known = new Set(forgotten.map(({ hash }) => hash));
  const more = rows.filter(({ hash }) => !known.has(hash));
  if (more.length > 0) await writeSmallFile(join(keysFolder, FORGOTTEN), [...forgotten, ...more]);
}

/** The rounds whose secret is owed to be destroyed; once it is gone, that says as much. */
export async function keepEnded(keysFolder: string, rounds: readonly string[]): Promise<void> {
  const { ended } = await readBeside(keysFolder);
  const now = [...rounds].sort();
  if (now.join() !== ended.join()) await writeSmallFile(join(keysFolder, ENDED), now);
}
