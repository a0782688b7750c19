import type { DataSource } from 'typeorm';

/** Every table of Facet's, the queue's included, as SQL writes its name. Asks the catalogue, so that no list can fall behind. */
export const ownTables = async (source: Pick<DataSource, 'query'>): Promise<string[]> => {
  const rows = await source.query<{ name: string }[]>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%' order by 1`,
  );
  return rows.map(({ name }) => name);
};
