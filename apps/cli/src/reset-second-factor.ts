import { ResetSecondFactor } from '@facet/accounts';
import { MailRows } from '@facet/mail';
import type { Command } from './command';
import { whoIsAt } from './forget/who';
import { withDatabase } from './with-database';
import { notUnderstood, readWords } from './words';

export const resetSecondFactor: Command = {
  usage: 'reset second factor ADDRESS',
  summary: 'Takes the authenticator off somebody who has lost it with their recovery codes: for the only administrator.',
  details: [
    '--organisation NAME  where several organisations share this installation',
    'They are signed out everywhere, told by mail, sign in with the code by mail, and set up another. Make sure that it is they who ask.',
    'Anybody else is reset by an administrator on the page “People and roles”.',
  ],

  run(words, output) {
    const read = readWords(words, { organisation: { type: 'string' } }, 'address');
    if (typeof read === 'string') return Promise.resolve(notUnderstood(resetSecondFactor, read, output));
    return withDatabase(output, async (database) => {
      const known = await whoIsAt(database, read.path, read.values.organisation);
      if (typeof known === 'string') {
        output.report(`${known} Nothing was changed.`);
        return 1;
      }
      const { person, organisation } = known;
      const done = await new ResetSecondFactor(database, new MailRows()).reset(organisation.id, person.id, person.email, 'operator');
      if (done === null) {
        output.report(`${person.name} has no authenticator. Nothing was changed.`);
        return 1;
      }
      output.print(`Reset: ${person.name}, ${person.email}. They sign in with the code by mail and set up another authenticator.`);
      return 0;
    });
  },
};
