import * as z from 'zod';
import { FrameworkView } from './framework';
import { SurveyWords } from './survey-words';
import { WelcomeView } from './welcome';

/** A whole number on the framework's scale, or null for "not observed". Absent = not answered yet. */
export const Rating = z.int().nullable();
export type Rating = z.infer<typeof Rating>;

/** The longest comment, in characters; the page, the API and the stored envelope agree on it. */
export const LONGEST_COMMENT = 10_000;

const Comment = z.string().max(LONGEST_COMMENT, `A comment holds at most ${LONGEST_COMMENT.toLocaleString('en-GB')} characters.`);
export const QualityComments = z.strictObject({ seen: Comment.optional(), help: Comment.optional() });
export type QualityComments = z.infer<typeof QualityComments>;

/** One rater's answers. Keys are codes of the round's framework: behaviours for ratings, qualities for comments. */
export const Sheet = z.strictObject({
  ratings: z.record(z.string(), Rating),
  comments: z.record(z.string(), QualityComments),
  /** A line manager has pressed "I know that I am named". */
  named: z.boolean(),
});
export type Sheet = z.infer<typeof Sheet>;

/**
 * A change to the sheet: `rev` is the revision it is based on plus one. The same revision with the same content gives the
 * same result; any other stale revision is refused with 409 and the stored sheet, so that no tab overwrites another silently.
 */
export const SaveAnswers = z.strictObject({
  rev: z.int().min(1),
  ratings: z.record(z.string(), Rating).optional(),
  comments: z.record(z.string(), QualityComments).optional(),
  named: z.literal(true).optional(),
});
export type SaveAnswers = z.infer<typeof SaveAnswers>;

export const Saved = z.object({ rev: z.int(), sent: z.boolean() });
export type Saved = z.infer<typeof Saved>;

/** 409 on a stale revision: both texts are there, the page's own and the stored one. */
export const StaleAnswers = z.object({ rev: z.int(), sheet: Sheet });
export type StaleAnswers = z.infer<typeof StaleAnswers>;

/** "Send my answers": `rev` must be the stored revision, and every behaviour rated or marked not observed. */
export const SendAnswers = z.strictObject({ rev: z.int().min(1) });
export type SendAnswers = z.infer<typeof SendAnswers>;

export const SurveyView = z.object({
  /** BCP 47 tag of the language in which all of it is written, and in which the pages speak. */
  language: z.string(),
  rater: z.object({ name: z.string(), self: z.boolean() }),
  leader: z.object({ name: z.string() }),
  organisation: z.object({ name: z.string(), safeguardingContact: z.string().nullable() }),
  welcome: WelcomeView,
  framework: FrameworkView,
  closes: z.object({ at: z.iso.datetime(), words: z.string() }),
  rev: z.int(),
  sent: z.boolean(),
  declined: z.boolean(),
  sheet: Sheet,
  words: SurveyWords,
});
export type SurveyView = z.infer<typeof SurveyView>;
