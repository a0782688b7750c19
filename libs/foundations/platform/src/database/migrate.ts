import type { DataSource, QueryRunner } from 'typeorm';

/**
 * Brings the tables up to date. Any number of processes may start at once: one migrates, the others wait for it. All steps are one
 * transaction, so whatever interrupts it leaves the tables as they were.
 *
 * @throws with a sentence on what to do where the tables are of a later Facet; nothing has been changed then
 */
export async function migrate(source: DataSource): Promise<void> {
  const runner = source.createQueryRunner();
  await runner.connect();
  try {
    await runner.query(`select pg_advisory_lock(hashtext('facet migrations'))`);
    await refuseNewer(source, runner);
    await source.runMigrations();
  } finally {
    await runner.query(`select pg_advisory_unlock(hashtext('facet migrations'))`);
    await runner.release();
  }
}

async function refuseNewer(source: DataSource, runner: QueryRunner): Promise<void> {
  const [table] = (await runner.query(`select to_regclass('migration') is not null as there`)) as { there: boolean }[];
  if (!table?.there) return;
  const known = new Set(source.migrations.map(({ name }) => name));
  const done = (await runner.query('select name from migration order by id')) as { name: string }[];
  const foreign = done.find(({ name }) => !known.has(name));
  if (foreign === undefined) return;
  throw new Error(
    `This database was made by a later Facet (it has “${foreign.name}”, which this one does not know). Nothing has been changed. ` +
      'Start that version again, or restore a backup from before the upgrade into an empty database.',
  );
}
