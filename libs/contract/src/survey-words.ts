import * as z from 'zod';

/**
 * Every string of the survey's pages; it travels with the survey, so that a language is data. `{…}` is filled in by the page:
 * {rater}, {leader}, {closes}, {notObserved} anywhere; {number}, {count}, {most}, {over}, {what}, {contact}, {from}, {to}, {key},
 * {reason} where the English words have them.
 */
export const SurveyWords = z.object({
  /** The welcome page. `startNamed` is pressed by whoever is named in the report, and confirms it. */
  start: z.string(),
  resume: z.string(),
  startNamed: z.string(),
  /** Opens everything that no rule can protect. */
  limits: z.string(),
  notYou: z.string(),
  notYouText: z.string(),
  decline: z.string(),
  declineAsk: z.string(),
  declineConfirm: z.string(),
  declinedHeading: z.string(),
  declined: z.string(),
  answerAfterAll: z.string(),

  /** A page of one quality. */
  qualityOf: z.string(),
  definition: z.string(),
  or: z.string(),
  optional: z.string(),
  commentShown: z.string(),
  commentShownNamed: z.string(),
  commentShownSelf: z.string(),
  commentCount: z.string(),
  commentTooLong: z.string(),
  commentHint: z.string(),
  safeguarding: z.string(),
  safeguardingNobodyNamed: z.string(),
  back: z.string(),
  next: z.string(),
  keys: z.string(),
  keysOff: z.string(),
  keysOn: z.string(),
  /** One letter: the key that marks a behaviour as not observed. */
  notObservedKey: z.string(),

  /** Looking over the answers and sending them. */
  review: z.string(),
  reviewHeading: z.string(),
  reviewComplete: z.string(),
  reviewMissing: z.string(),
  reviewMissingOne: z.string(),
  reviewSent: z.string(),
  answeredOf: z.string(),
  allNotObserved: z.string(),
  send: z.string(),
  finish: z.string(),

  /** What is stored, truthfully. */
  saved: z.string(),
  writing: z.string(),
  saving: z.string(),
  notSaved: z.string(),
  offline: z.string(),
  refused: z.string(),
  notDone: z.string(),
  attention: z.string(),
  stale: z.string(),
  staleText: z.string(),
  staleYours: z.string(),
  staleStored: z.string(),
  staleEmpty: z.string(),
  keepMine: z.string(),
  keepStored: z.string(),

  /** After sending. */
  thanksHeading: z.string(),
  thanks: z.string(),
  change: z.string(),
  withdraw: z.string(),
  withdrawAsk: z.string(),
  withdrawConfirm: z.string(),
  withdrawnHeading: z.string(),
  withdrawn: z.string(),
  again: z.string(),
});
export type SurveyWords = z.infer<typeof SurveyWords>;
