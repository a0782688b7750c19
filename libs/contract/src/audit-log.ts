import * as z from 'zod';

/** What somebody can look for in the log: entries of one of these. */
export const LogTopic = z.enum(['signing in', 'rounds', 'reports', 'people', 'settings', 'upkeep']);
export type LogTopic = z.infer<typeof LogTopic>;

/** What was done in an organisation, newest first, some fifty entries at a time. */
export const LogView = z.object({
  organisation: z.object({ id: z.uuid(), name: z.string() }),
  entries: z.array(
    z.object({
      /** Counts up from 1 within the organisation. */
      number: z.int(),
      /** In the organisation's zone: a day in words, and a time of day. */
      day: z.string(),
      time: z.string(),
      /** A whole sentence. */
      words: z.string(),
    }),
  ),
  /** Whom entries can be looked for by: who has a role now. */
  people: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** Older entries follow: the number to ask for those below; null where there are none. */
  below: z.int().nullable(),
});
export type LogView = z.infer<typeof LogView>;
