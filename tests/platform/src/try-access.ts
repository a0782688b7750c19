import type { Database, DatabaseRole } from '@facet/platform';
import { type DataSource, QueryFailedError } from 'typeorm';

const INSUFFICIENT_PRIVILEGE = '42501';

/** A table by its full name, with its columns in order. */
export type Tables = ReadonlyMap<string, readonly string[]>;

/** Every table of ours and of the queue. */
export async function allTables(source: DataSource): Promise<Tables> {
  const rows = await source.query<{ name: string; columns: string[] }[]>(
    `select format('%I.%I', n.nspname, c.relname) as name, array_agg(format('%I', a.attname) order by a.attnum) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
      where c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped
        and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%'
      group by 1 order by 1`,
  );
  return new Map(rows.map(({ name, columns }) => [name, columns]));
}

/**
 * What this role can really do, found by trying: each statement touches no row, and PostgreSQL asks for the privilege all the same.
 * In the words of expected-access.ts.
 */
export async function tryAccess(database: Database, role: DatabaseRole, tables: Tables): Promise<Record<string, string>> {
  const may = async (statement: string): Promise<boolean> => {
    try {
      await database.as(role, null, (tx) => tx.query(statement));
      return true;
    } catch (error) {
      if (error instanceof QueryFailedError && 'code' in error && error.code === INSUFFICIENT_PRIVILEGE) return false;
      throw new Error(statement, { cause: error });
    }
  };
  const found: Record<string, string> = {};
  for (const [table, columns] of tables) {
    const forColumns = async (verb: string, statement: (column: string) => string): Promise<string[]> => {
      const allowed: string[] = [];
      for (const column of columns) if (await may(statement(column))) allowed.push(column);
      return allowed.length === 0 ? [] : [`${verb} ${allowed.length === columns.length ? '*' : allowed.join(', ')}`];
    };
    const parts = [
      ...(await forColumns('select', (column) => `select ${column} from ${table} limit 0`)),
      ...(await forColumns('insert', (column) => `insert into ${table} (${column}) select null where false`)),
      ...(await forColumns('update', (column) => `update ${table} set ${column} = null where false`)),
      ...((await may(`delete from ${table} where false`)) ? ['delete'] : []),
    ];
    if (parts.length > 0) found[table] = parts.join('; ');
  }
  return found;
}
