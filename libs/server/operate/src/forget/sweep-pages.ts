import type { DataSource } from 'typeorm';
import { ownTables } from './own-tables';

/** Somebody who works on a table is waited for so long; a running backup reads all of them for longer. */
const PATIENCE = '20s';
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * A deleted row stays in its page of the file until another row takes the place. Writes every table anew, so that the files hold no more
 * than the tables do; each is closed to everybody for the moment that this takes. Returns the tables that were in use for too long.
 */
export async function sweepPages(source: DataSource): Promise<string[]> {
  const runner = source.createQueryRunner();
  const busy: string[] = [];
  try {
    await runner.query(`set lock_timeout = '${PATIENCE}'`);
    for (const table of await ownTables(source))
      await runner.query(`vacuum (full) ${table}`).catch((error: unknown) => {
        if (typeof error !== 'object' || error === null || !('code' in error) || error.code !== LOCK_NOT_AVAILABLE) throw error;
        busy.push(table);
      });
    await runner.query('reset lock_timeout');
  } finally {
    await runner.release();
  }
  return busy;
}
