import { DataSource } from 'typeorm';
import { migrations } from '../migrations';

/** Database options exist once and serve the server, the command line and the tests. */
export const dataSource = (url: string, poolSize = 20): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'all',
    poolSize,
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
