import { Refused } from '@facet/platform';
import type { ChangeRefusal } from './change-second-factor';
import { TRIES_MINUTES } from './second-factors';
import type { SetUpRefusal } from './set-up-authenticator';
import type { StepRefusal } from './take-second-step';

export type FactorRefusal = StepRefusal | SetUpRefusal | ChangeRefusal;

const said: Readonly<Record<FactorRefusal, { readonly title: string; readonly status: 400 | 401 | 409 | 429; readonly detail: string }>> = {
  'wrong code': {
    title: 'That code is not right.',
    status: 400,
    detail:
      'Take the six digits that your authenticator shows now. If they are refused again, let your phone set its clock by itself. A recovery code is good once.',
  },
  used: {
    title: 'This code has been used already.',
    status: 400,
    detail: 'Wait until your authenticator shows the next one: at most half a minute.',
  },
  'too many tries': {
    title: 'That was wrong too often.',
    status: 429,
    detail: `Wait a quarter of an hour (${TRIES_MINUTES} minutes), then try again. Nothing is lost.`,
  },
  'no second factor': {
    title: 'No authenticator is set up.',
    status: 409,
    detail: 'Set one up first. Nothing has been changed.',
  },
  'cannot be read': {
    title: 'Your authenticator cannot be checked any more.',
    status: 409,
    detail: 'Use a recovery code, or ask an administrator to reset your second step. Whoever looks after Facet has changed its secret.',
  },
  'code first': {
    title: 'There is an authenticator already.',
    status: 409,
    detail: 'A code of it is asked for first. Nothing has been changed.',
  },
  'nothing begun': {
    title: 'Nothing is being set up here.',
    status: 409,
    detail: 'Begin once more, and type the code in the browser that shows the picture.',
  },
  demanded: {
    title: 'Your role needs the second step.',
    status: 409,
    detail: 'Coaches and administrators sign in with both. Nothing has been changed.',
  },
  'signed out': {
    title: 'Please sign in.',
    status: 401,
    detail: 'This session has ended. Nothing has been changed.',
  },
};

export function factorRefused(refusal: FactorRefusal): Refused {
  const { title, status, detail } = said[refusal];
  const aboutCode = status === 400 || status === 429;
  return new Refused({
    ...{ code: refusal === 'signed out' ? 'signed_out' : `factor_${refusal.replaceAll(' ', '_')}`, title, status, detail },
    ...(aboutCode && { errors: [{ field: 'code', message: title }] }),
  });
}
