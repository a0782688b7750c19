import type { DataSource } from 'typeorm';
import { ownTables } from './own-tables';

export interface StillThere {
  readonly table: string;
  readonly rows: number;
}

/**
 * Where an address still stands after its owner was forgotten: in a leader's message, in the settings, in the words of a letter. These are
 * other people's sentences, which nobody rewrites for them. What colleagues have answered is not searched: whoever looks after the
 * installation learns nothing of it, not even this.
 */
export async function searchAddress(source: DataSource, address: string): Promise<StillThere[]> {
  const found: StillThere[] = [];
  for (const table of await ownTables(source)) {
    if (table.startsWith('answers.')) continue;
    const [row] = await source.query<{ rows: number }[]>(
      `select count(*)::int as rows from ${table} t where strpos(lower(t::text), lower($1)) > 0`,
      [address],
    );
    if (row && row.rows > 0) found.push({ table, rows: row.rows });
  }
  return found;
}
