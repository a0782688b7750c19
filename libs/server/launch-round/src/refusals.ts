import { invalid, notFound, Refused } from '@facet/platform';
import type { NotAdded } from './after-launch/add-colleagues';
import type { NotCancelled } from './after-launch/cancel-round';
import type { NotConfirmed } from './after-launch/confirm-colleagues';
import type { NotCorrected } from './after-launch/correct-address';
import type { NotKeptAddress } from './after-launch/keep-address';
import type { NotMoved } from './after-launch/move-closing';
import type { NotMovedColleague } from './after-launch/move-colleague';
import type { NotProposed } from './after-launch/propose-address';
import type { NotRemindedNow } from './after-launch/remind-everyone';
import type { NotTakenOut } from './after-launch/take-out-colleague';
import type { NotExpected } from './expect/expect-results';
import type { Launched } from './launch/launch-round';
import type { NotKept } from './prepare/keep-draft';

export type LaunchRefusal =
  | NotAdded
  | NotConfirmed
  | NotCorrected
  | NotExpected
  | NotKept
  | NotKeptAddress
  | NotMoved
  | NotMovedColleague
  | NotProposed
  | NotRemindedNow
  | NotTakenOut
  | NotCancelled
  | Extract<Launched, { readonly refused: string }>;

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
    case 'not the leader':
      return notFound();
    case 'draft changed elsewhere':
      return new Refused({
        code: 'draft_changed_elsewhere',
        title: 'This draft was changed somewhere else.',
        status: 409,
        detail: 'What you typed here is still here, and what was typed there is kept. Choose which of them goes on.',
      });
    case 'draft gone':
      return new Refused({
        code: 'draft_gone',
        title: 'This draft has become a round.',
        status: 409,
        detail: 'It was launched somewhere else. Your rounds are on the first page.',
      });
    case 'round cancelled':
      return new Refused({
        code: 'round_cancelled',
        title: 'This round was cancelled.',
        status: 409,
        detail: 'There will be no report to compare it with. Nothing has been changed.',
      });
    case 'expectation stands':
      return new Refused({
        code: 'expectation_stands',
        title: 'What you expected stands as it was.',
        status: 409,
        detail: 'The report is released, so it can no longer be changed. Nothing is lost.',
      });
    case 'expectation changed elsewhere':
      return new Refused({
        code: 'expectation_changed_elsewhere',
        title: 'This was changed somewhere else.',
        status: 409,
        detail: 'What you typed here is still here, and what was typed there is kept. Choose which of them goes on.',
      });
    case 'no longer open':
      return new Refused({
        code: 'no_longer_open',
        title: 'This round takes no answers any more.',
        status: 409,
        detail: 'Nothing has been changed, and no mail has left. Move the closing first, and then try again.',
      });
    case 'nobody invited':
      return new Refused({
        code: 'nobody_invited',
        title: 'Nobody is invited yet.',
        status: 409,
        detail: 'The invitations leave when your coach has confirmed the list; reminders come after them. No mail has left.',
      });
    case 'no reminders':
      return new Refused({
        code: 'no_reminders',
        title: 'This round was launched without reminders.',
        status: 409,
        detail: 'It stays so until it closes. No mail has left.',
      });
    case 'too early to remind':
      return new Refused({
        code: 'too_early_to_remind',
        title: 'It is too early for another reminder.',
        status: 409,
        detail: `Colleagues need time between two mails: you can ask from ${result.from} on. No mail has left.`,
      });
    case 'another list':
      return new Refused({
        code: 'another_list',
        title: 'The list has changed since you looked at it.',
        status: 409,
        detail: 'Nothing has been confirmed, and no mail has left. Please look at the list as it is now, and confirm it then.',
      });
    case 'not on the list':
      return invalid([{ field: 'email', message: 'Nobody on the list has this address.' }]);
    case 'the leader':
      return new Refused({
        code: 'the_leader',
        title: 'This is the leader’s own view.',
        status: 409,
        detail: 'It belongs to the round, and only the leader answers there. Nothing has been changed.',
      });
    case 'invited already':
      return new Refused({
        code: 'invited_already',
        title: 'Groups stay as they are once the list is confirmed.',
        status: 409,
        detail:
          'Colleagues read which group they answer in, and rely on it. You can take this colleague out; they are told. Nothing has been changed.',
      });
    case 'not promised':
      return invalid([{ field: 'group', message: 'Nobody was invited to this group at the launch, so it is not part of the promise.' }]);
    case 'the coach':
      return invalid([{ field: 'group', message: 'The coach reads the answers, so they cannot be a confidential colleague as well.' }]);
    case 'no address':
      return invalid([{ field: 'to', message: 'An email address looks like name@school.example.' }]);
    case 'already asked':
      return invalid([
        { field: 'to', message: 'This address belongs to somebody who is asked already, to the leader, or to whoever checks the list.' },
      ]);
    case 'address works':
      return new Refused({
        code: 'address_works',
        title: 'This address does not need correcting.',
        status: 409,
        detail: 'Once a colleague is confirmed, only an address that the mail server refused can be corrected. Nothing has been changed.',
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
