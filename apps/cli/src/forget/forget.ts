import { isUuid } from '@facet/platform';
import { ForgetLeader, ForgetPerson, ForgetRound } from '@facet/server-operate';
import { Rounds } from '@facet/store-rounds';
import type { Command } from '../command';
import { ownSettings } from '../own-settings';
import { withDatabase } from '../with-database';
import { notUnderstood, readWords } from '../words';
import { forgetDetails, forgetForGood, forgetOptions } from './forget-for-good';
import { forgetSomebody } from './forget-somebody';

export const forgetPerson = forgetSomebody(
  {
    usage: 'forget person ADDRESS',
    summary:
      'Forgets a colleague, a coach or an administrator: who they are, what they were asked, mails to them, and answers in no report yet.',
    details: ['A report in which they were asked as line manager is withdrawn as a whole, because it may name them.'],
  },
  (database) => {
    const person = new ForgetPerson(database);
    return (organisation, id, earnest) => person.forget(organisation, id, earnest);
  },
);

export const forgetLeader = forgetSomebody(
  {
    usage: 'forget leader ADDRESS',
    summary: 'Forgets a leader: every round about them, with its report and plan, and then the person.',
    details: ['A round that is open is cancelled first, by its leader or coach.'],
  },
  (database) => {
    const leader = new ForgetLeader(database, new Rounds());
    return (organisation, id, earnest) => leader.forget(organisation, id, earnest);
  },
);

export const forgetRound: Command = {
  usage: 'forget round ID',
  summary: 'Forgets one round that has ended: who was asked, its mails, its report and what stands beside it.',
  details: ['ID   as it stands in the address of its page', ...forgetDetails.filter((line) => !line.startsWith('--organisation'))],

  run(words, output) {
    const { yes, 'dry-run': dryRun } = forgetOptions;
    const read = readWords(words, { yes, 'dry-run': dryRun }, 'round');
    if (typeof read === 'string') return Promise.resolve(notUnderstood(forgetRound, read, output));
    const { path: id, values } = read;
    if (!isUuid(id)) return Promise.resolve(notUnderstood(forgetRound, 'A round is named by the id in the address of its page.', output));
    const settings = ownSettings(output);
    if (settings === null) return Promise.resolve(1);
    return withDatabase(output, async (database, source) => {
      const [found] = await database.as('facet_accounts', null, (tx) =>
        tx.query<{ organisation: string | null }>('select door.round_organisation($1) as organisation', [id]),
      );
      const organisation = found?.organisation;
      if (!organisation) {
        output.report('There is no such round. Nothing was deleted.');
        return 1;
      }
      const how = { yes: values.yes ?? false, dryRun: values['dry-run'] ?? false, keysFolder: settings.keysFolder };
      return forgetForGood({ source, output, address: null, ...how }, (earnest) =>
        new ForgetRound(database).forget(organisation, id, earnest),
      );
    });
  },
};
