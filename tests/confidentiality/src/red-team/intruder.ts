import type { TestDatabase } from '@facet/testing';
import pg from 'pg';

/** One row of a table with what PostgreSQL keeps about it: in which transaction it was written and where it lies. */
export interface Row {
  readonly xmin: number;
  readonly cmin: number;
  readonly place: number;
  readonly row: Readonly<Record<string, unknown>>;
}

/** A row as its page holds it, in use or dead. */
export interface Tuple {
  readonly table: string;
  readonly xmin: number;
  readonly place: number;
  readonly bytes: Buffer;
}

/** A superuser of the database server, with everything that PostgreSQL offers for looking into itself. */
export class Intruder {
  private constructor(
    readonly client: pg.Client,
    private readonly begin: string,
  ) {}

  /** Dead rows and the write-ahead log stay where they are for as long as the intruder likes: the worst that could be. */
  static async enter(db: TestDatabase): Promise<Intruder> {
    const client = new pg.Client(db.superuserUrl);
    await client.connect();
    for (const setting of ['autovacuum = off', `wal_keep_size = '4GB'`]) await client.query(`alter system set ${setting}`);
    await client.query('select pg_reload_conf()');
    for (const extension of ['pageinspect', 'pg_walinspect']) await client.query(`create extension ${extension}`);
    const { rows } = await client.query<{ lsn: string }>('select pg_current_wal_lsn()::text as lsn');
    return new Intruder(client, rows[0]?.lsn ?? '0/0');
  }

  async leave(): Promise<void> {
    await this.client.end();
  }

  /** The rows of these rounds as a dump would list them: in the order in which they lie. */
  async rows(table: string, rounds: readonly string[]): Promise<Row[]> {
    const { rows } = await this.client.query<Row>(
      `select xmin::text::int, cmin::text::int, ${PLACE('ctid')} as place, to_jsonb(t) as row from ${table} t where round = any($1) order by ctid`,
      [rounds],
    );
    return rows;
  }

  /** Every row that a page of this table still holds, whoever may see it. */
  async tuples(table: string): Promise<Tuple[]> {
    const { rows } = await this.client.query<{ xmin: number; place: number; bytes: Buffer }>(
      `select i.t_xmin::text::int as xmin, (page * 65536 + i.lp)::float8 as place, i.t_data as bytes
        from generate_series(0, pg_relation_size($1::text::regclass) / current_setting('block_size')::int - 1) page,
          heap_page_items(get_raw_page($1::text, page)) i where i.t_data is not null`,
      [table],
    );
    return rows.map((row) => ({ table, ...row }));
  }

  /** What the write-ahead log says of these tables since the intruder came, oldest first. */
  async log(tables: readonly string[]): Promise<LogRecord[]> {
    await this.client.query('checkpoint'); // until then some of it may be in memory only
    const { rows } = await this.client.query<LogRecord>(
      `select c.oid::regclass::text as table, (w.start_lsn - '0/0'::pg_lsn)::float8 as at, w.xid::text::int as xid, w.record_type as kind, w.record_length as length,
          w.block_id as "blockId", w.relblocknumber::int as block, w.description, case when c.relkind = 'r' then w.block_data end as bytes
        from pg_get_wal_block_info($1, pg_current_wal_lsn()) w
        join pg_class c on pg_relation_filenode(c.oid) = w.relfilenode
        left join pg_class owner on owner.reltoastrelid = c.oid
        where coalesce(owner.oid, c.oid) = any($2::regclass[]) and w.relforknumber = 0 order by w.start_lsn, w.block_id`,
      [this.begin, tables],
    );
    return rows;
  }
}

/** A block's number and a row's place on it, as one number that grows. */
const PLACE = (ctid: string): string => `((${ctid}::text::point)[0] * 65536 + (${ctid}::text::point)[1])`;

/** One record of the write-ahead log, once for each block it touches. `table` may be the one that holds another's long values. */
export interface LogRecord {
  readonly table: string;
  readonly at: number;
  readonly xid: number;
  readonly kind: string;
  readonly length: number;
  readonly blockId: number;
  readonly block: number;
  readonly description: string;
  /** What was written there; null for long values. */
  readonly bytes: Buffer | null;
}
