import type { Problem, StaleAnswers } from '@facet/contract';
import { dateInWords, Refused } from '@facet/platform';
import type { DoorRefusal } from './survey-door';
import type { SaveRefusal } from './save-answers';
import type { SendRefusal } from './send-answers';

export type SurveyRefusal = DoorRefusal | SaveRefusal | SendRefusal;

export const tooManyTries = (): Refused =>
  new Refused({
    code: 'too_many_tries',
    title: 'Too many tries from here.',
    status: 429,
    detail: 'Please wait a minute and open the link again.',
  });

/** Every refusal of the survey, in words for the colleague. Nothing here tells whose link it was or would have been. */
export function refusal(result: SurveyRefusal): Problem & Partial<StaleAnswers> {
  switch (result.refused) {
    case 'unknown':
      return {
        code: 'unknown_link',
        title: 'This link does not open anything.',
        status: 404,
        detail: 'It may have been cut short by a mail program, or replaced by a newer one. Try the code in the mail instead.',
      };
    case 'not yet open':
      return {
        code: 'not_yet_open',
        title: 'This feedback is not open yet.',
        status: 409,
        detail: 'Please come back later with the same link.',
      };
    case 'already closed':
      return {
        code: 'closed',
        title: 'This feedback is closed.',
        status: 410,
        detail: `Answers were taken until ${dateInWords(result.round.closesAt, result.round.zone)}. What was sent until then counts; later answers cannot be added.`,
      };
    case 'cancelled':
      return { code: 'cancelled', title: 'This feedback was cancelled.', status: 410, detail: 'No answers are kept.' };
    case 'invalid':
      return {
        code: 'invalid',
        title: 'Some of this needs another look.',
        status: 400,
        detail: 'Nothing has been changed.',
        errors: result.errors,
      };
    case 'stale':
      return {
        code: 'stale',
        title: 'These answers were changed somewhere else in the meantime.',
        status: 409,
        detail: 'Both versions are here: nothing is lost.',
        ...(result.stored && { rev: result.stored.rev, sheet: result.stored.sheet }),
      };
    case 'unreadable':
      return {
        code: 'unreadable_answers',
        title: 'Your saved answers cannot be read at the moment.',
        status: 503,
        detail: 'They have not been touched. Please tell the person who invited you.',
      };
  }
}
