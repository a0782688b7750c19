import { Database, dataSource, findEmbeddedPostgres, readConfiguration } from '@facet/platform';
import type { DataSource } from 'typeorm';
import type { ExitCode, Output } from './command';

/** Runs a command's work on the product's database: DATABASE_URL, or the one that `npm start` is running in the data folder. */
export const withDatabase = async (
  output: Output,
  work: (database: Database, source: DataSource) => Promise<ExitCode>,
): Promise<ExitCode> => {
  const read = readConfiguration(process.env);
  if (!read.ok) return refuse(output, read.faults.join('\n'));
  const { data, databaseUrl } = read.configuration;
  const url = databaseUrl ?? (await findEmbeddedPostgres(data));
  const notRunning = `Facet is not running in ${data}. Start it with npm start, or set DATABASE_URL. Nothing was changed.`;
  if (url === null) return refuse(output, notRunning);

  const source = dataSource(url, 2);
  const connected = await source.initialize().then(
    () => true,
    () => false, // whatever the reason, the database cannot be reached as configured
  );
  if (!connected)
    return refuse(output, databaseUrl === undefined ? notRunning : 'DATABASE_URL leads to no database that answers. Nothing was changed.');
  try {
    const [set] = await source.query<{ up: boolean }[]>(`select to_regprocedure('door.organisations()') is not null as up`);
    if (!set?.up)
      return refuse(output, 'This database has not been set up for Facet. Start Facet on it once, then try again. Nothing was changed.');
    return await work(new Database(source), source);
  } finally {
    await source.destroy();
  }
};

const refuse = (output: Output, reason: string): ExitCode => {
  output.report(reason);
  return 1;
};
