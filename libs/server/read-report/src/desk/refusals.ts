import { invalid, Refused } from '@facet/platform';
import type { NoSuchDay } from '../release/choose-release-day';
import type { NotChanged } from './change-desk';

/** What a coach is told when something beside the report cannot be changed: what happened, what is safe, what to do. */
export function deskRefusal({ refused }: NotChanged | NoSuchDay): Refused {
  switch (refused) {
    case 'no such comment':
      return new Refused({
        code: 'no_such_comment',
        title: 'There is no such comment in this report.',
        status: 409,
        detail: 'Nothing was changed. Load the page again and choose the comment there.',
      });
    case 'already released':
      return new Refused({
        code: 'already_released',
        title: 'The report has been released.',
        status: 409,
        detail: 'What its leader can read never changes, so nothing was changed now.',
      });
    case 'notes changed elsewhere':
      return new Refused({
        code: 'notes_changed_elsewhere',
        title: 'These notes were changed on another page.',
        status: 409,
        detail: 'What you have typed is still here and was not saved. Copy it, load the page again, and put the two together.',
      });
    case 'day has passed':
      return invalidDay('This time has passed already. Choose a later one, or release the report now.');
    case 'day too late':
      return invalidDay('This is more than eight weeks after the answers were counted. Choose an earlier day.');
    case 'no such day':
      return invalidDay('There is no such day and time. Choose another.');
  }
}

const invalidDay = (message: string): Refused => invalid([{ field: 'date', message }]);
