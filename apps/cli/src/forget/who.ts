import type { Database } from '@facet/platform';
import { type Organisation, People, type Person } from '@facet/store-rounds';
import { allOrganisations } from '../own-settings';

export interface Known {
  readonly organisation: Organisation;
  readonly person: Person;
}

/** The person at this address, in the one organisation that knows it or in the one that is named; or a sentence on why there is none. */
export const whoIsAt = async (database: Database, address: string, named: string | undefined): Promise<Known | string> => {
  const known: Known[] = [];
  for (const organisation of await allOrganisations(database)) {
    if (named !== undefined && organisation.name !== named) continue;
    const [found] = await database.as('facet_people', organisation.id, (tx) =>
      tx.query<{ id: string }>('select id from people.person where lower(email) = lower($1)', [address]),
    );
    const person = found && (await database.as('facet_people', organisation.id, (tx) => new People().byId(tx, found.id)));
    if (person) known.push({ organisation, person });
  }
  const [one, another] = known;
  if (one === undefined) return `Nobody ${named === undefined ? 'here' : `of “${named}”`} has this address.`;
  if (another === undefined) return one;
  const names = known.map(({ organisation }) => `“${organisation.name}”`).join(', ');
  return `Several organisations know this address. Name one with --organisation: ${names}.`;
};
