import { DataSource } from 'typeorm';
import { migrations } from '../migrations';

/**
 * Database options exist once and serve the server, the command line and the tests. Whoever finds all connections taken, or the
 * database not answering, waits for so many seconds and is then told.
 */
export const dataSource = (url: string, poolSize = 20, waitSeconds = 30): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'all',
    poolSize,
    connectTimeoutMS: waitSeconds * 1000,
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
  });

/** Any number of processes may start at once: one migrates, the others wait for it. */
export async function migrate(source: DataSource): Promise<void> {
  const runner = source.createQueryRunner();
  await runner.connect();
  try {
    await runner.query(`select pg_advisory_lock(hashtext('facet migrations'))`);
    await source.runMigrations();
  } finally {
    await runner.query(`select pg_advisory_unlock(hashtext('facet migrations'))`);
    await runner.release();
  }
}
