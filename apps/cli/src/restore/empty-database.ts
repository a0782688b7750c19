import { type Configuration, dataSource, findEmbeddedPostgres, startEmbeddedPostgres } from '@facet/platform';
import type { DataSource } from 'typeorm';

/** Runs `work` on the database of this installation as it is, without setting it up: DATABASE_URL, or the one in the data folder. */
export const onEmptyDatabase = async <Result>(
  { databaseUrl, data }: Configuration,
  work: (url: string, source: DataSource) => Promise<Result>,
): Promise<Result | { readonly refused: 'no database' }> => {
  await using stops = new AsyncDisposableStack();
  const running = databaseUrl ?? (await findEmbeddedPostgres(data));
  const started = running === null ? await startEmbeddedPostgres(data) : null;
  if (started) stops.defer(() => started.stop());
  const url = running ?? started?.url ?? '';
  const source = dataSource(url, 4);
  const connected = await source.initialize().then(
    () => true,
    () => false, // whatever the reason, the database cannot be reached as configured
  );
  if (!connected) return { refused: 'no database' };
  stops.defer(() => source.destroy());
  return await work(url, source);
};
