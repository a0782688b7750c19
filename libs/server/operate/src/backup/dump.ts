import { createHash } from 'node:crypto';
import type { DataSource, QueryRunner } from 'typeorm';
import { tablesInOrder, type Table } from './tables-in-order';

/** The first line of a backup. */
export interface DumpHead {
  readonly facet: 'backup';
  readonly format: 1;
  readonly beganAt: string;
  /** Names of the migrations that the database had, in order. */
  readonly migrations: readonly string[];
  readonly tables: readonly Pick<Table, 'name' | 'columns'>[];
}

/** The last line: how many rows stand above it, by table, and the checksum of everything above it. */
export interface DumpEnd {
  readonly rows: Readonly<Record<string, number>>;
  readonly sha256: string;
}

const AT_ONCE = 200;

/**
 * The whole database as one moment saw it, line by line: a head, each row as `["table",{…}]`, an end. Rows stand in the order of their
 * keys, which are random, and not in which they came. `seen` looks at the same moment.
 */
export async function* dump(source: DataSource, beganAt: Date, seen: (runner: QueryRunner) => Promise<void>): AsyncGenerator<string> {
  const runner = source.createQueryRunner();
  const hash = createHash('sha256');
  const line = (value: string): string => {
    hash.update(`${value}\n`);
    return `${value}\n`;
  };
  try {
    await runner.query('begin isolation level repeatable read read only');
    await seen(runner);
    const tables = await tablesInOrder(runner);
    const migrations = (await runner.query('select name from migration order by timestamp')) as { name: string }[];
    const head: DumpHead = {
      ...{ facet: 'backup', format: 1, beganAt: beganAt.toISOString() },
      migrations: migrations.map(({ name }) => name),
      tables: tables.map(({ name, columns }) => ({ name, columns })),
    };
    yield line(JSON.stringify(head));
    const rows: Record<string, number> = {};
    for (const table of tables) {
      rows[table.name] = 0;
      for await (const row of rowsOf(runner, table)) {
        rows[table.name] = (rows[table.name] ?? 0) + 1;
        yield line(`[${JSON.stringify(table.name)},${row}]`);
      }
    }
    const end: DumpEnd = { rows, sha256: hash.digest('hex') };
    yield `${JSON.stringify(end)}\n`;
  } finally {
    await runner.query('rollback');
    await runner.release();
  }
}

async function* rowsOf(runner: QueryRunner, { name, columns, key }: Table): AsyncGenerator<string> {
  const order = key.length > 0 ? key.join() : 't::text';
  await runner.query(
    `declare dump no scroll cursor for select to_json(one)::text as row from (select ${columns.join()} from ${name} t order by ${order}) one`,
  );
  for (;;) {
    const rows = (await runner.query(`fetch ${AT_ONCE} from dump`)) as { row: string }[];
    if (rows.length === 0) break;
    for (const { row } of rows) yield row;
  }
  await runner.query('close dump');
}
