import type { DataSource, QueryRunner } from 'typeorm';
import type { DumpReading } from '../backup/dump-file';

/** So many characters of rows are sent to the database at once; a single row may be longer. */
const BATCH = 1_000_000;

/**
 * Puts every row of a backup into the tables of its own version, in one transaction: all of it, or nothing. The rules that watch over
 * changes (a mail begins as pending, a promise is kept) are asleep meanwhile, because these rows have kept them before; references are
 * checked as always.
 */
export async function loadDump(source: DataSource, { head, rows }: DumpReading): Promise<void> {
  const runner = source.createQueryRunner();
  const columns = new Map(head.tables.map((table) => [table.name, table.columns.join()]));
  try {
    await runner.startTransaction();
    for (const { name } of head.tables) await runner.query(`alter table ${name} disable trigger user`);
    let batch: { table: string; rows: string[]; length: number } = { table: '', rows: [], length: 0 };
    for await (const [table, row] of rows) {
      if (table !== batch.table || batch.length > BATCH) {
        await insert(runner, batch.table, columns, batch.rows);
        batch = { table, rows: [], length: 0 };
      }
      const text = JSON.stringify(row);
      batch.rows.push(text);
      batch.length += text.length;
    }
    await insert(runner, batch.table, columns, batch.rows);
    for (const { name } of head.tables) await runner.query(`alter table ${name} enable trigger user`);
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
  }
}

async function insert(runner: QueryRunner, table: string, columns: ReadonlyMap<string, string>, rows: readonly string[]): Promise<void> {
  if (rows.length === 0) return;
  const names = columns.get(table);
  if (names === undefined) throw new Error(`a row of ${table}, which the backup does not name`);
  await runner.query(`insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, $1::json)`, [
    `[${rows.join()}]`,
  ]);
}
