import * as z from 'zod';
import { CommentQuestion } from './read-report';

/** One comment of a report by its place, without its words. `position`: among colleagues' comments, or among line managers. */
export const CommentPlace = z.strictObject({
  quality: z.string().max(16),
  question: CommentQuestion,
  writer: z.enum(['colleague', 'line_manager']),
  position: z.int().min(0).max(10_000),
});
export type CommentPlace = z.infer<typeof CommentPlace>;

export const WithholdComment = CommentPlace.extend({
  reason: z.string().trim().min(1, 'Say why, for yourself or a coach after you.').max(1_000, 'The reason holds at most 1,000 characters.'),
});
export type WithholdComment = z.infer<typeof WithholdComment>;

/** What of the coach lies beside a report before its leader. The leader and administrators see nothing of it. */
export const DeskView = z.object({
  /** Under which the comments stand, in the order of the report; those without a comment are not among them. */
  qualities: z.array(z.object({ code: z.string(), name: z.string() })),
  /** Every comment, the withheld ones too, in the order of the report. */
  comments: z.array(
    CommentPlace.extend({
      /** A line manager's name; null: a colleague's, without one. */
      who: z.string().nullable(),
      words: z.string(),
      withheld: z.object({ reason: z.string(), on: z.string() }).nullable(),
    }),
  ),
  notes: z.object({ text: z.string(), version: z.uuid().nullable() }),
  safeguardingContact: z.string().nullable(),
  release: z.object({
    /** The day on which it was released: what its leader reads changes no more. Null: not yet. */
    done: z.string().nullable(),
    /** When it is released without another press, in words; null: not yet settled. */
    on: z.string().nullable(),
    /** The coach chose that day. */
    chosen: z.boolean(),
    zone: z.string(),
    /** Bounds for the coach's choice, "2026-12-09". */
    earliest: z.string(),
    latest: z.string(),
  }),
});
export type DeskView = z.infer<typeof DeskView>;

/** `version`: the one that the page has seen; null where it has seen none. */
export const KeepNotes = z.strictObject({
  version: z.uuid().nullable(),
  text: z.string().max(20_000, 'The notes hold at most 20,000 characters.'),
});
export type KeepNotes = z.infer<typeof KeepNotes>;

/** A day and a time in the organisation's zone. */
export const ReleaseDay = z.strictObject({
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Write the date as YYYY-MM-DD.'),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time as HH:MM.'),
});
export type ReleaseDay = z.infer<typeof ReleaseDay>;

/** Who has looked at a report, the latest first. */
export const ReportViews = z.array(
  z.object({
    who: z.string(),
    as: z.enum(['leader', 'coach']),
    what: z.enum(['page', 'csv', 'pdf']),
    /** To the minute, in words. */
    at: z.string(),
  }),
);
export type ReportViews = z.infer<typeof ReportViews>;
