import { join } from 'node:path';
import { RoundSecret, type Vault } from '@facet/answer-links';
import { Damaged, readSmallFile, writeSmallFile } from './small-file';
import { type BesideTheKeys, readBeside } from './beside-the-keys';

/** The secrets of the rounds that were open, and what a restore has to know that an older database cannot. */
export interface KeysBackup extends BesideTheKeys {
  readonly facet: 'keys';
  readonly beganAt: string;
  /** By round, in base64. */
  readonly secrets: Readonly<Record<string, string>>;
}

export const KEYS_FILE = 'facet-keys.json';

/** Always under the same name: only the newest is kept, or the secrets of sealed rounds would live on in older ones. */
export async function writeKeysFile(
  folder: string,
  beganAt: Date,
  vault: Vault,
  { rounds, keysFolder }: { readonly rounds: readonly string[]; readonly keysFolder: string },
): Promise<{ readonly file: string; readonly secrets: number; readonly missing: number }> {
  const secrets: Record<string, string> = {};
  for (const round of rounds) {
    const secret = await vault.get(round);
    if (secret) secrets[round] = secret.toBytes().toString('base64');
  }
  const file = join(folder, KEYS_FILE);
  const keys: KeysBackup = { facet: 'keys', beganAt: beganAt.toISOString(), secrets, ...(await readBeside(keysFolder)) };
  await writeSmallFile(file, keys);
  const count = Object.keys(secrets).length;
  return { file, secrets: count, missing: rounds.length - count };
}

export async function readKeysFile(file: string): Promise<KeysBackup> {
  const read = await readSmallFile(file);
  if (read === null) throw new Damaged(`There is no file ${file}.`);
  if (typeof read !== 'object' || !('facet' in read) || read.facet !== 'keys') throw new Damaged(`${file} holds no keys of Facet.`);
  return read as KeysBackup;
}

export const secretOf = ({ secrets }: KeysBackup, round: string): RoundSecret | null => {
  const bytes = secrets[round];
  return bytes === undefined ? null : RoundSecret.from(Buffer.from(bytes, 'base64'));
};
