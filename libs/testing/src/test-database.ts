import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database, dataSource, migrate, startEmbeddedPostgres } from '@facet/platform';
import pg from 'pg';
import type { DataSource } from 'typeorm';

/** A real PostgreSQL of one test file's own, with the real migrations. */
export interface TestDatabase {
  /** As the product connects: the owner, who is no superuser. */
  readonly url: string;
  readonly superuserUrl: string;
  readonly source: DataSource;
  readonly database: Database;
  /** Folder of the server's files: data, write-ahead log, its own log. */
  readonly folder: string;
  /** Sets the clock of every process that uses this database. */
  setClock(now: Date | string): Promise<void>;
  /** Every row of every table, as text: for tests that say "nothing changed" or "nothing is found". */
  dump(): Promise<string>;
  drop(): Promise<void>;
}

/** In a folder of its own in `place`. */
export async function testDatabase(place = tmpdir()): Promise<TestDatabase> {
  const folder = await mkdtemp(join(place, 'facet-postgres-'));
  const server = await startEmbeddedPostgres(folder, { fast: true });
  const source = await dataSource(server.url).initialize();
  await migrate(source);
  const superuserUrl = server.superuserUrl.replace(/\/postgres$/, '/facet');
  return {
    url: server.url,
    superuserUrl,
    source,
    database: new Database(source),
    folder,
    setClock: async (now) => {
      const instant = new Date(now).toISOString();
      await source.query(
        `create or replace function platform.clock() returns timestamptz language sql volatile as $$ select timestamptz '${instant}' $$`,
      );
    },
    dump: () => dump(superuserUrl),
    drop: async () => {
      await source.destroy();
      await server.stop();
      await rm(folder, { recursive: true });
    },
  };
}

/** Every row of every table of the database, as text. */
export async function dump(url: string): Promise<string> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
    );
    const parts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ line: string }>(`select t::text as line from ${name} t order by 1`);
      parts.push(name, ...rows.map(({ line }) => line));
    }
    return parts.join('\n');
  } finally {
    await client.end();
  }
}
