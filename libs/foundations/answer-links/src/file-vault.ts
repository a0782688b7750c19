import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isUuid } from '@facet/platform';
import { RoundSecret } from './round-secret';
import type { Vault } from './vault';

const SUFFIX = '.key';

/** One file per round in a folder that every process mounts: the secret and a checksum that tells damage from a wrong key. */
export class FileVault implements Vault {
  constructor(private readonly folder: string) {}

  async put(round: string, secret: RoundSecret): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const temporary = join(this.folder, `.${randomUUID()}.tmp`);
    const bytes = secret.toBytes();
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(Buffer.concat([bytes, checksum(bytes)]));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, this.path(round));
    await this.syncFolder();
    const readBack = await this.get(round);
    if (!readBack?.toBytes().equals(bytes)) throw new Error('the key vault did not give back what was put into it');
  }

  async get(round: string): Promise<RoundSecret | null> {
    let bytes: Buffer;
    try {
      bytes = await readFile(this.path(round));
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
    const secret = bytes.subarray(0, 32);
    return bytes.length === 64 && checksum(secret).equals(bytes.subarray(32)) ? RoundSecret.from(secret) : null;
  }

  async destroy(round: string): Promise<void> {
    await rm(this.path(round), { force: true });
    await this.syncFolder();
  }

  async list(): Promise<string[]> {
    const names = await readdir(this.folder).catch((error: unknown) => {
      if (isMissing(error)) return [];
      throw error;
    });
    return names.filter((name) => name.endsWith(SUFFIX)).map((name) => name.slice(0, -SUFFIX.length));
  }

  private path(round: string): string {
    if (!isUuid(round)) throw new Error('a round is named by a UUID');
    return join(this.folder, `${round}${SUFFIX}`);
  }

  /** A rename survives a power cut only once the folder itself is on disk. */
  private async syncFolder(): Promise<void> {
    const folder = await open(this.folder, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }
}

const checksum = (bytes: Buffer): Buffer => createHash('sha256').update('facet/1/vault').update(bytes).digest();
const isMissing = (error: unknown): boolean => typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
