import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database, dataSource, migrate, migrations, startEmbeddedPostgres } from '@facet/platform';
import pg from 'pg';
import type { DataSource } from 'typeorm';

/** A database of one test file's own, with the real migrations, in a real PostgreSQL. */
export interface TestDatabase {
  /** As the product connects: the owner, who is no superuser. */
  readonly url: string;
  readonly superuserUrl: string;
  readonly source: DataSource;
  readonly database: Database;
  /** Sets the clock of every process that uses this database. */
  setClock(now: Date | string): Promise<void>;
  /** Everything that the database holds, as text, for tests that say "nothing changed" or "nothing is found". */
  dump(): Promise<string>;
  drop(): Promise<void>;
}

export async function testDatabase(): Promise<TestDatabase> {
  const server = await testServer();
  const template = await migratedTemplate(server.superuserUrl);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server.superuserUrl, (client) => client.query(`create database ${name} template ${template} owner facet`));
  const url = at(server.superuserUrl, name, 'facet');
  const source = await dataSource(url).initialize();
  return {
    url,
    superuserUrl: at(server.superuserUrl, name, 'postgres'),
    source,
    database: new Database(source),
    setClock: async (now) => {
      const instant = new Date(now).toISOString();
      await source.query(
        `create or replace function platform.clock() returns timestamptz language sql volatile as $$ select timestamptz '${instant}' $$`,
      );
    },
    dump: () => dump(at(server.superuserUrl, name, 'postgres')),
    drop: async () => {
      await source.destroy();
      await onServer(server.superuserUrl, (client) => client.query(`drop database ${name} with (force)`));
      await server.stop();
    },
  };
}

/** The server that `npm test` started for all suites, or one of this process's own. */
async function testServer(): Promise<{ superuserUrl: string; stop(): Promise<void> }> {
  const shared = process.env['FACET_TEST_POSTGRES'];
  if (shared) return { superuserUrl: shared, stop: () => Promise.resolve() };
  const folder = await mkdtemp(join(tmpdir(), 'facet-postgres-'));
  const own = await startEmbeddedPostgres(folder, { fast: true });
  return {
    superuserUrl: own.superuserUrl,
    stop: async () => {
      await own.stop();
      await rm(folder, { recursive: true });
    },
  };
}

/** Migrating takes a second, copying a migrated database a tenth of it. */
async function migratedTemplate(superuserUrl: string): Promise<string> {
  const content = migrations.map((Migration) => JSON.stringify(new Migration()));
  const name = `template_${createHash('sha256').update(content.join()).digest('hex').slice(0, 16)}`;
  await onServer(superuserUrl, async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('facet test template'))`);
    const { rowCount } = await client.query('select from pg_database where datname = $1 and datistemplate', [name]);
    if (rowCount) return;
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name} owner facet`);
    const source = await dataSource(at(superuserUrl, name, 'facet')).initialize();
    await migrate(source);
    await source.destroy();
    await client.query(`alter database ${name} is_template true`);
  });
  return name;
}

async function onServer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

const at = (superuserUrl: string, database: string, user: string): string => {
  const url = new URL(superuserUrl);
  url.username = user;
  url.pathname = `/${database}`;
  return url.href;
};

async function dump(url: string): Promise<string> {
  const parts: string[] = [];
  await onServer(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname in ('people', 'post', 'access', 'answers', 'queue', 'public', 'bullmq') order by 1`,
    );
    for (const { name } of rows) {
      const { rows: content } = await client.query<{ line: string }>(`select t::text as line from ${name} t order by 1`);
      parts.push(name, ...content.map((row) => row.line));
    }
  });
  return parts.join('\n');
}
