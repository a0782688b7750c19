import { randomUUID } from 'node:crypto';
import { realpath, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Vault } from '@facet/answer-links';
import { recordEverywhere } from '@facet/audit-log';
import type { DataSource } from 'typeorm';
import { keepForgotten } from './beside-the-keys';
import { dump } from './dump';
import { checkDumpFile, writeDumpFile } from './dump-file';
import { writeKeysFile } from './keys-file';
import { wholeFile } from './whole-file';

export interface Places {
  /** An existing folder for the database. */
  readonly to: string;
  /** An existing folder for the secrets, which no copy of the other one may hold. */
  readonly keysTo: string;
}

export interface BackupTaken {
  readonly file: string;
  readonly bytes: number;
  readonly rows: Readonly<Record<string, number>>;
  readonly keysFile: string;
  readonly secrets: number;
  /** Open rounds without a readable secret: their answers cannot be read, from this backup or now. */
  readonly missing: number;
  readonly sameVolume: boolean;
}

export type NoBackup = { readonly refused: 'no such folder'; readonly folder: string } | { readonly refused: 'one place' | 'demo' };

/** Two files for two places: the database as one moment saw it, and the secrets of the rounds that were open at that moment. */
export class TakeBackup {
  constructor(
    private readonly source: DataSource,
    private readonly vault: Vault,
    private readonly keysFolder: string,
  ) {}

  async take(places: Places): Promise<BackupTaken | NoBackup> {
    for (const folder of [places.to, places.keysTo]) if (!(await isFolder(folder))) return { refused: 'no such folder', folder };
    const [to, keysTo] = [await realpath(places.to), await realpath(places.keysTo)];
    if (
      isWithin(to, keysTo) ||
      isWithin(keysTo, to) ||
      ((await isFolder(this.keysFolder)) && isWithin(to, await realpath(this.keysFolder)))
    )
      return { refused: 'one place' };
    const [demo] = await this.source.query<{ demo: boolean }[]>(`select to_regclass('platform.demo_clock') is not null as demo`);
    if (demo?.demo === true) return { refused: 'demo' };
    return this.write(to, keysTo);
  }

  private async write(to: string, keysTo: string): Promise<BackupTaken> {
    const id = randomUUID();
    const [begun] = await this.source.query<{ at: Date }[]>(
      'insert into operate.backup (id, began_at) values ($1, platform.clock()) returning began_at as at',
      [id],
    );
    if (!begun) throw new Error('an insert returns its row');
    await keepForgotten(this.source, this.keysFolder);
    let rounds: string[] = [];
    let ended: string[] = [];
    const lines = dump(this.source, begun.at, async (runner) => {
      const idsOf = async (sql: string): Promise<string[]> => ((await runner.query(sql)) as { id: string }[]).map((row) => row.id);
      rounds = await idsOf('select id from people.round where sealed_at is null and cancelled_at is null');
      ended = await idsOf('select round as id from answers.secret_destruction where done_at is null');
    });
    const file = join(to, `facet-${begun.at.toISOString().replaceAll(':', '')}.json.gz`);
    let rows: BackupTaken['rows'] = {};
    await wholeFile(
      file,
      (temporary) => writeDumpFile(temporary, lines),
      async (temporary) => {
        ({ rows } = (await checkDumpFile(temporary)).end);
      },
    );
    const keys = await writeKeysFile(keysTo, begun.at, this.vault, { rounds, keysFolder: this.keysFolder });
    await this.source.query('insert into operate.backed_up_end (round) select unnest($1::uuid[]) on conflict do nothing', [ended]);
    await this.source.transaction(async (tx) => {
      await tx.query('update operate.backup set finished_at = platform.clock() where id = $1', [id]);
      await recordEverywhere(tx, { kind: 'backup_taken', by: 'operator', detail: {} });
    });
    const [one, other] = [await stat(to), await stat(keysTo)];
    return {
      ...{ file, bytes: (await stat(file)).size, rows },
      ...{ keysFile: keys.file, secrets: keys.secrets, missing: keys.missing, sameVolume: one.dev === other.dev },
    };
  }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false, // not there, or closed to us: no place for a backup either way
  );

/** The same folder, or below it. */
const isWithin = (inner: string, outer: string): boolean => {
  const path = relative(outer, inner);
  return path === '' || (!path.startsWith('..') && !path.startsWith('/'));
};
