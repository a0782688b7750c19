import { invalid, Refused } from '@facet/platform';
import type { EnteredRefusal } from './enter-code';
import type { LinkRefusal } from './one-time-links';

const again = 'Nothing is lost: ask for a new code on the sign-in page.';

const titles: Readonly<Record<EnteredRefusal, string>> = {
  'not asked here': 'This browser has not asked for a code.',
  used: 'This code has been used already.',
  'too old': 'This code is older than ten minutes.',
  'too many tries': 'That code was wrong too often.',
  'wrong code': 'That is not the code of the newest mail.',
};

const details: Readonly<Record<EnteredRefusal, string>> = {
  'not asked here': 'A code is good only in the browser that asked for it. Ask for one here.',
  used: again,
  'too old': again,
  'too many tries': again,
  'wrong code': 'Check the six digits. If you asked more than once, only the newest mail counts.',
};

export const codeRefused = (refusal: EnteredRefusal): Refused =>
  new Refused({
    code: refusal.replaceAll(' ', '_'),
    title: titles[refusal],
    status: refusal === 'too many tries' ? 429 : 400,
    detail: details[refusal],
    errors: [{ field: 'code', message: titles[refusal] }],
  });

const linkTitles: Readonly<Record<LinkRefusal, string>> = {
  unknown: 'This link is not known here.',
  used: 'This link has been used already.',
  'too old': 'This link is older than a day.',
};

export const linkRefused = (refusal: LinkRefusal): Refused =>
  new Refused({
    code: `link_${refusal.replaceAll(' ', '_')}`,
    title: linkTitles[refusal],
    status: 400,
    detail:
      refusal === 'unknown'
        ? 'Copy the whole address from the terminal once more.'
        : 'Nothing is lost: sign in with a code that we send to your address.',
  });

export const noAddress = (): Refused => invalid([{ field: 'email', message: 'An email address looks like name@school.example.' }]);

export const tooOften = (): Refused =>
  new Refused({
    code: 'too_often',
    title: 'That was asked very often.',
    status: 429,
    detail: 'The newest code is still good in the browser that asked for it. Otherwise please wait a quarter of an hour.',
  });
