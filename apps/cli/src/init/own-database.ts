import { type Configuration, dataSource, Database, findEmbeddedPostgres, migrate, startEmbeddedPostgres } from '@facet/platform';
import { keepDemoApart } from '@facet/server-operate';
import type { DataSource } from 'typeorm';

/**
 * Runs `work` on the database of this installation, set up if it is new: DATABASE_URL, or the PostgreSQL that npm installed, which is
 * started for as long as it takes unless it runs already. A sentence where the database cannot be reached or is a demo's.
 */
export const onOwnDatabase = async <Result>(
  { databaseUrl, data }: Configuration,
  work: (database: Database) => Promise<Result>,
): Promise<Result | { readonly refused: string }> => {
  await using stops = new AsyncDisposableStack();
  const running = databaseUrl ?? (await findEmbeddedPostgres(data));
  const started = running === null ? await startEmbeddedPostgres(data) : null;
  if (started) stops.defer(() => started.stop());
  const source = dataSource(running ?? started?.url ?? '', 4);
  const connected = await source.initialize().then(
    () => true,
    () => false, // whatever the reason, the database cannot be reached as configured
  );
  if (!connected) return { refused: 'DATABASE_URL leads to no database that answers.' };
  stops.defer(() => source.destroy());

  const demo = (await isSetUp(source)) ? await whyDemo(source) : null; // a demo's database is not even migrated
  if (demo !== null) return { refused: demo };
  await migrate(source);
  return await work(new Database(source));
};

const isSetUp = async (source: DataSource): Promise<boolean> => {
  const [found] = await source.query<{ up: boolean }[]>(`select to_regclass('people.organisation') is not null as up`);
  return found?.up === true;
};

const whyDemo = (source: DataSource): Promise<string | null> =>
  keepDemoApart(source, false).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
