import { join } from 'node:path';
import { findEmbeddedPostgres } from '@facet/platform';
import { dump } from '@facet/testing';
import type { Product } from '@facet/testing-product';
import pg from 'pg';
import { filesWith, spellings } from './artefacts';

/** Looks for a text in everything that a running product keeps: its tables, and every file of its data folder. */
export class ProductSearch {
  private constructor(
    private readonly data: string,
    private readonly superuserUrl: string,
    private readonly superuser: pg.Client,
  ) {}

  static async open({ data }: Product): Promise<ProductSearch> {
    const url = ((await findEmbeddedPostgres(data)) ?? '').replace('//facet:', '//postgres:');
    const superuser = new pg.Client(url);
    await superuser.connect();
    return new ProductSearch(data, url, superuser);
  }

  close(): Promise<void> {
    return this.superuser.end();
  }

  /** Everything that holds the text: a table by its name, a file that is no table's by its path. Long values are compressed in their files. */
  async placesOf(text: string): Promise<string[]> {
    await this.superuser.query('analyze'); // the planner takes its samples
    await this.superuser.query('checkpoint'); // what is in memory goes to the files
    const { rows } = await this.superuser.query<{ path: string; name: string }>(
      `select pg_relation_filepath(c.oid) as path, coalesce(owner.oid, c.oid)::regclass::text as name
        from pg_class c left join pg_class owner on owner.reltoastrelid = c.oid where pg_relation_filepath(c.oid) is not null`,
    );
    const names = new Map(rows.map(({ path, name }) => [join('postgres/files', path), name]));
    const files = (await filesWith(this.data, text)).map((file) => names.get(file) ?? file.replace(/pg_wal\/.*/, 'pg_wal'));
    const dumped = [...(await this.tables()), ...(await this.aboutOthers())]
      .filter((table) => spellings(text).some((form) => table.includes(form)))
      .map((table) => table.split('\n')[0] ?? '');
    return [...new Set([...files, ...dumped])].sort();
  }

  /** Every table as a dump has it: its name, then its rows. */
  async tables(): Promise<string[]> {
    return (await dump(this.superuserUrl)).split(/\n(?=\w+\.\w+$)/m);
  }

  /** What PostgreSQL keeps about the others: the planner's samples of their columns, and the statements of every connection. */
  private async aboutOthers(): Promise<string[]> {
    const { rows } = await this.superuser.query<{ text: string }>(
      `select 'pg_stats' || e'\\n' || coalesce(string_agg(s::text, e'\\n'), '') as text from pg_stats s
        union all select 'pg_stat_activity' || e'\\n' || coalesce(string_agg(a.query, e'\\n'), '') from pg_stat_activity a`,
    );
    return rows.map(({ text }) => text);
  }
}
