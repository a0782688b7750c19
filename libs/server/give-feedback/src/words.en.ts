import type { SurveyWords } from '@facet/contract';

/** What the survey's pages say in English up to the first question. */
export const english: SurveyWords = {
  start: 'Start',
  resume: 'Carry on where I stopped',
  startNamed: 'I know that I am named. Start',
  notYou: 'Not you?',
  rather: 'I would rather not answer',
  more: 'The whole promise and its limits',

  qualityOf: 'Quality {number} of {count}',
  definition: 'What this quality means',
  or: 'or',
  back: 'Back',
  next: 'Next quality',
  review: 'Look over my answers',
  notObservedKey: 'N',

  saved: 'Saved',
  writing: 'Saved when you leave the box',
  saving: 'Saving…',
  notSaved: 'Not saved yet: we will try again',
  offline: 'You are offline: we will save this once you are back',
  attention: 'Not everything is saved yet',
};
