import type { DataSource } from 'typeorm';
import { CLOCK_SQL } from '../clock';
import { ConnectionLost } from './trouble';

/** Roles without login, made by the migrations; each may touch only what its work needs (docs/decisions/0003). */
export type DatabaseRole =
  'facet_people' | 'facet_survey' | 'facet_seal' | 'facet_report' | 'facet_mail' | 'facet_accounts' | 'facet_erase';

export interface Transaction {
  /** The database's time when the transaction began. */
  readonly now: Date;
  /** Rows only; parameters as $1, $2, … */
  query<Row = Record<string, unknown>>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** Does `work` when all else is done, right before the commit: for what others of the organisation wait for until then. */
  beforeCommit(work: () => Promise<unknown>): void;
}

/** The only way to the database: one transaction, whose first statement sets role and organisation for it alone. */
export class Database {
  constructor(private readonly source: DataSource) {}

  /**
   * Commits what `work` did, or rolls all of it back if it throws. `organisation` null is for what belongs to none yet
   * (a token's hash, a sign-in address); row-level security then shows no organisation's rows.
   */
  async as<Result>(role: DatabaseRole, organisation: string | null, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.startTransaction();
      try {
        const query = async <Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> => {
          const { records } = (await runner.query(sql, [...parameters], true)) as { records: Row[] };
          return records;
        };
        const [entered] = await query<{ now: Date }>(
          `select set_config('role', $1, true), set_config('facet.organisation', $2, true), ${CLOCK_SQL} as now`,
          [role, organisation ?? ''],
        );
        if (!entered) throw new Error('a select without from returns one row');
        const last: (() => Promise<unknown>)[] = [];
        const result = await work({ now: entered.now, query, beforeCommit: (one) => last.push(one) });
        for (const one of last) await one();
        await runner.commitTransaction();
        return result;
      } catch (error) {
        if (runner.isReleased) throw new ConnectionLost('the connection went in the middle of a transaction', { cause: error });
        // What went wrong first is what the caller must hear.
        if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
        throw error;
      }
    } finally {
      await runner.release();
    }
  }

  /** How many wait until a connection is free: none unless more is asked at once than there are connections. */
  waiting(): number {
    const { master: pool } = this.source.driver as unknown as { readonly master: { readonly waitingCount: number } };
    return pool.waitingCount;
  }

  /** True when the database answers. */
  async answers(): Promise<boolean> {
    return this.source.query('select 1').then(
      () => true,
      () => false, // any failure means that it does not answer now; the caller reports "not ready"
    );
  }
}
