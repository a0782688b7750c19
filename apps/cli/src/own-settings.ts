import { type Configuration, type Database, readConfiguration } from '@facet/platform';
import { type Organisation, Organisations } from '@facet/store-rounds';
import type { Output } from './command';

/** The settings of this installation; null, and said why, where they cannot be used. */
export const ownSettings = (output: Output): Configuration | null => {
  const read = readConfiguration(process.env);
  if (read.ok) return read.configuration;
  output.report(read.faults.join('\n'));
  return null;
};

export const allOrganisations = async (database: Database): Promise<Organisation[]> => {
  const ids = await database.as('facet_people', null, (tx) => tx.query<{ id: string }>('select door.organisations() as id'));
  const stored = new Organisations();
  return Promise.all(ids.map(({ id }) => database.as('facet_people', id, (tx) => stored.current(tx))));
};
