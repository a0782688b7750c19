import { DataSource } from 'typeorm';
import { migrations } from '../migrations';

/**
 * Database options exist once and serve the server, the command line and the tests. Whoever finds all connections taken, or the
 * database not answering, waits for so many seconds and is then told. A line whose other end is gone without a word is given up by the
 * operating system (on Linux after about a quarter of an hour); a database that is there and merely takes long is waited for.
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
    extra: { keepAlive: true, keepAliveInitialDelayMillis: 30_000 },
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
  });
