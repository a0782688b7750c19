import * as z from 'zod';
import { FrameworkView } from './framework';
import { LONGEST_REASON } from './longest-reason';
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

/** "I would rather not answer": why, if somebody wants to say. The coach reads it without their name. */
export const Decline = z.strictObject({
  reason: z
    .string()
    .trim()
    .max(LONGEST_REASON, `A reason holds at most ${LONGEST_REASON.toLocaleString('en-GB')} characters.`)
    .optional(),
});
export type Decline = z.infer<typeof Decline>;

/** "Not you?": whether what is answered so far waits for the owner of the link, or is deleted. */
export const ReplaceLink = z.strictObject({ keep: z.boolean() });
export type ReplaceLink = z.infer<typeof ReplaceLink>;

export const LostLink = z.strictObject({ email: z.string().max(320) });
export type LostLink = z.infer<typeof LostLink>;

/** What is held about the holder of a link while their round is open; their answers are in the survey itself. */
export const HeldView = z.object({
  name: z.string(),
  email: z.string(),
  group: z.string(),
  leader: z.string(),
  coach: z.string(),
  organisation: z.string(),
  closes: z.string(),
  state: z.enum(['invited', 'answered', 'declined']),
  reason: z.string().nullable(),
  sheet: Sheet,
  /** The mails that were sent, oldest first: what each is called, and when it left. */
  mails: z.array(z.object({ name: z.string(), at: z.string() })),
});
export type HeldView = z.infer<typeof HeldView>;

/** Why colleagues would rather not answer, in the order of the alphabet and from the closing on: for the coach alone. */
export const DeclineReasons = z.object({ reasons: z.array(z.string()) });
export type DeclineReasons = z.infer<typeof DeclineReasons>;
