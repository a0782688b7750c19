import { dataSource, migrate, migrations } from '@facet/platform';
import { DataSource } from 'typeorm';

/** Null where this Facet knows every migration of the list, in this order; otherwise the first that it does not know. */
export function firstUnknown(source: DataSource, names: readonly string[]): string | null {
  const known = source.migrations.map(({ name }) => name);
  return names.find((name, at) => known[at] !== name) ?? null;
}

/** Brings an empty database to the version of a backup, so that its rows find the tables that they come from. */
export async function migrateAsFar(url: string, names: readonly string[]): Promise<void> {
  const steps = migrations.filter((Migration) => names.includes(new Migration().name));
  const source = await new DataSource({ ...dataSource(url, 2).options, migrations: steps }).initialize();
  try {
    await migrate(source);
  } finally {
    await source.destroy();
  }
}
