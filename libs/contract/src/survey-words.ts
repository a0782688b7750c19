import * as z from 'zod';

/**
 * The words that stand before the first question; they travel with the survey. All others lie in a file of their language beside the
 * pages that say them (libs/web/give-feedback/src/words). `{…}` is filled in by the page: {rater}, {leader}, {closes}, {notObserved}
 * anywhere; {number}, {count} where the English words have them.
 */
export const SurveyWords = z.object({
  /** The welcome page. `startNamed` is pressed by whoever is named in the report, and confirms it. */
  start: z.string(),
  resume: z.string(),
  startNamed: z.string(),
  notYou: z.string(),
  rather: z.string(),
  /** Opens the rest of the promise, and everything that no rule can protect. */
  more: z.string(),

  /** A page of one quality. */
  qualityOf: z.string(),
  definition: z.string(),
  or: z.string(),
  back: z.string(),
  next: z.string(),
  review: z.string(),
  /** One letter: the key that marks a behaviour as not observed. */
  notObservedKey: z.string(),

  /** What is stored, truthfully. */
  saved: z.string(),
  writing: z.string(),
  saving: z.string(),
  notSaved: z.string(),
  offline: z.string(),
  attention: z.string(),
});
export type SurveyWords = z.infer<typeof SurveyWords>;
