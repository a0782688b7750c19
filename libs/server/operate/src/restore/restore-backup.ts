import type { Vault } from '@facet/answer-links';
import { recordEverywhere, walkChain } from '@facet/audit-log';
import { Database, migrate } from '@facet/platform';
import type { DataSource } from 'typeorm';
import { keepForgotten, readBeside } from '../backup/beside-the-keys';
import { checkDumpFile, readDumpFile } from '../backup/dump-file';
import { type KeysBackup, readKeysFile } from '../backup/keys-file';
import { Damaged } from '../backup/small-file';
import { endAgain, type OpenRounds } from './end-again';
import { forgetAgain, type ForgottenAgain } from './forget-again';
import { holdMails } from './hold-mails';
import { loadDump } from './load-dump';
import { firstUnknown, migrateAsFar } from './migrate-as-far';

export interface RestoreWishes {
  readonly file: string;
  /** The newest backup of the secrets; null: those that are still in the vault must do. */
  readonly keysFile: string | null;
}

export interface Restored {
  readonly beganAt: string;
  readonly rows: Readonly<Record<string, number>>;
  readonly forgotten: ForgottenAgain;
  readonly rounds: OpenRounds;
  /** Ids of the organisations in whose log, as the backup has it, an entry does not fit. */
  readonly brokenLogs: readonly string[];
}

export type NotRestored = { readonly refused: 'damaged'; readonly says: string } | { readonly refused: 'not empty' | 'newer' };

const NO_KEYS: KeysBackup = { facet: 'keys', beganAt: '', secrets: {}, forgotten: [], ended: [] };

/** Puts a backup into an empty database, and then undoes what must not come back with it: people, rounds, mails. */
export class RestoreBackup {
  /** `source` is connected to the database at `url`, which may be empty. */
  constructor(
    private readonly url: string,
    private readonly source: DataSource,
    private readonly vault: Vault,
    private readonly keysFolder: string,
  ) {}

  async restore({ file, keysFile }: RestoreWishes): Promise<Restored | NotRestored> {
    try {
      const { head, end } = await checkDumpFile(file);
      const keys = keysFile === null ? NO_KEYS : await readKeysFile(keysFile);
      const beside = await readBeside(this.keysFolder);
      if (firstUnknown(this.source, head.migrations) !== null) return { refused: 'newer' };
      if (!(await this.isEmpty())) return { refused: 'not empty' };
      await migrateAsFar(this.url, head.migrations);
      await loadDump(this.source, await readDumpFile(file));
      await migrate(this.source);
      const brokenLogs = await brokenChains(this.source);
      await holdMails(this.source, head.beganAt);
      const forgotten = await forgetAgain(this.source, [...beside.forgotten, ...keys.forgotten]);
      const ended = new Set([...beside.ended, ...keys.ended]);
      const rounds = await endAgain(this.source, new Database(this.source), this.vault, keys, ended);
      await keepForgotten(this.source, this.keysFolder);
      await this.source.transaction((tx) =>
        recordEverywhere(tx, { kind: 'restored', by: 'operator', detail: { backupBegan: head.beganAt } }),
      );
      return { beganAt: head.beganAt, rows: end.rows, forgotten, rounds, brokenLogs };
    } catch (error) {
      if (error instanceof Damaged) return { refused: 'damaged', says: error.message };
      throw error;
    }
  }

  private async isEmpty(): Promise<boolean> {
    const [found] = await this.source.query<{ tables: number }[]>(
      `select count(*)::int as tables from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'`,
    );
    return found?.tables === 0;
  }
}

async function brokenChains(source: DataSource): Promise<string[]> {
  const broken: string[] = [];
  for (const { id } of await source.query<{ id: string }[]>('select id from people.organisation order by id'))
    if (!(await walkChain(source, id)).fits) broken.push(id);
  return broken;
}
