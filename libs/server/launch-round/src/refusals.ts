import { invalid, notFound, Refused } from '@facet/platform';
import type { NotCancelled } from './after-launch/cancel-round';
import type { NotConfirmed } from './after-launch/confirm-colleagues';
import type { NotCorrected } from './after-launch/correct-address';
import type { NotMoved } from './after-launch/move-closing';
import type { Launched } from './launch/launch-round';

type LaunchRefusal = NotConfirmed | NotCorrected | NotMoved | NotCancelled | Extract<Launched, { readonly refused: string }>;

/** Every refusal of this journey, in words. */
export function refusal(result: LaunchRefusal): Refused {
  switch (result.refused) {
    case 'invalid':
      return invalid([...result.errors]);
    case 'already open':
      return new Refused({
        code: 'already_open',
        title: 'You have a round already.',
        status: 409,
        detail: 'One round at a time: nothing new has been launched. The list that you typed is still here.',
      });
    case 'not the coach':
      return notFound();
    case 'no longer open':
      return new Refused({
        code: 'no_longer_open',
        title: 'This round takes no answers any more.',
        status: 409,
        detail: 'No invitation has left. Move the closing first, and then try again.',
      });
    case 'no address':
      return invalid([{ field: 'to', message: 'An email address looks like name@school.example.' }]);
    case 'already asked':
      return invalid([{ field: 'to', message: 'This address belongs to somebody who is asked already, to the leader or to you.' }]);
    case 'address works':
      return new Refused({
        code: 'address_works',
        title: 'This address does not need correcting.',
        status: 409,
        detail: 'Only an address that the mail server refused can be corrected. Nothing has been changed.',
      });
    case 'no secret':
      return new Refused({
        code: 'no_secret',
        title: 'No new link can be made at the moment.',
        status: 503,
        detail: 'Nothing has been changed. An administrator has to look at the key vault; then try again.',
      });
    case 'over':
      return new Refused({
        code: 'over',
        title: 'The closing can no longer be moved.',
        status: 409,
        detail: 'The report is made, or the round was cancelled. Nothing has been changed.',
      });
    case 'report is made':
      return new Refused({
        code: 'report_is_made',
        title: 'This round can no longer be cancelled.',
        status: 409,
        detail: 'Its report is made. Nothing has been changed.',
      });
  }
}
