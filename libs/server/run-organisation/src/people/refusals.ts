import { invalid, Refused } from '@facet/platform';
import type { NotAdded } from './add-person';
import type { NotChanged } from './change-person';

export function refusal({ refused }: NotAdded | NotChanged): Refused {
  switch (refused) {
    case 'no address':
      return invalid([
        { field: 'email', message: 'An email address looks like name@school.example. Write one of them, with plain letters.' },
      ]);
    case 'known already':
      return invalid([{ field: 'email', message: 'Somebody with this address is on the list already. Change their roles there.' }]);
    case 'the last administrator':
      return new Refused({
        code: 'last_administrator',
        title: 'Somebody has to be an administrator.',
        status: 409,
        detail: 'This is the only one who may sign in. Make somebody else an administrator first. Nothing has been changed.',
      });
    case 'own roles':
      return new Refused({
        code: 'own_roles',
        title: 'Nobody gives themselves a role.',
        status: 409,
        detail:
          'This is your own address, or another of yours. Ask another administrator to do it: nobody is to open a report to themselves. Nothing has been changed.',
      });
    case 'own second step':
      return new Refused({
        code: 'own_second_step',
        title: 'Nobody resets their own second step.',
        status: 409,
        detail:
          'On the page “Your account” you can set up another device with a code. Otherwise ask another administrator. Nothing has been changed.',
      });
    case 'yourself':
      return new Refused({
        code: 'yourself',
        title: 'Nobody shuts themselves out.',
        status: 409,
        detail: 'Ask another administrator to do it. Nothing has been changed.',
      });
  }
}
