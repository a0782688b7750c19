import * as z from 'zod';

/** What every refusal looks like on the wire (RFC 9457, media type application/problem+json). */
export const Problem = z.object({
  /** A stable code of ours, for programs; `title` and `detail` are for people. */
  code: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  /** One entry for each field in the wrong; `line` counts from 1 within a pasted list. */
  errors: z.array(z.object({ field: z.string(), line: z.int().positive().optional(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;
export type FieldError = NonNullable<Problem['errors']>[number];
