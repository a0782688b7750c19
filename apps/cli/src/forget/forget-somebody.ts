import type { Database } from '@facet/platform';
import type { Earnest, LeaderStays, NotForgotten, Receipt } from '@facet/server-operate';
import type { Command } from '../command';
import { ownSettings } from '../own-settings';
import { withDatabase } from '../with-database';
import { notUnderstood, readWords } from '../words';
import { forgetDetails, forgetForGood, forgetOptions } from './forget-for-good';
import { whoIsAt } from './who';

type Forget = (organisation: string, person: string, earnest: Earnest) => Promise<Receipt | NotForgotten<LeaderStays>>;

/** A command that forgets whoever has an address. */
export const forgetSomebody = (about: Omit<Command, 'run'>, forgetter: (database: Database) => Forget): Command => {
  const command: Command = {
    ...about,
    details: [...about.details, ...forgetDetails],
    run(words, output) {
      const read = readWords(words, forgetOptions, 'address');
      if (typeof read === 'string') return Promise.resolve(notUnderstood(command, read, output));
      const { path: address, values } = read;
      const settings = ownSettings(output);
      if (settings === null) return Promise.resolve(1);
      return withDatabase(output, async (database, source) => {
        const known = await whoIsAt(database, address, values.organisation);
        if (typeof known === 'string') {
          output.report(`${known} Nothing was deleted.`);
          return 1;
        }
        const { organisation, person } = known;
        output.report(`${person.name}, ${person.email}, of ${organisation.name}`);
        const how = { yes: values.yes ?? false, dryRun: values['dry-run'] ?? false, keysFolder: settings.keysFolder };
        return forgetForGood({ source, output, address, ...how }, (earnest) => forgetter(database)(organisation.id, person.id, earnest));
      });
    },
  };
  return command;
};
