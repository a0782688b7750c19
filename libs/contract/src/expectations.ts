import * as z from 'zod';

/** The longest text of one expectation or reflection, in characters. */
export const LONGEST_EXPECTATION = 2_000;
const Words = z.string().max(LONGEST_EXPECTATION, 'At most 2,000 characters.');

/** What a leader expects, before seeing any result. What is left open is null or empty, never missing. */
export const Expected = z.strictObject({
  qualities: z
    .array(
      z.strictObject({
        code: z.string().max(8),
        /** A point of the framework's scale: what colleagues will have seen, on the whole. */
        level: z.int('Choose a point of the scale.').nullable(),
        note: Words,
      }),
    )
    .max(60),
  /** One text for each reflection question of the framework, in its order. */
  reflection: z.array(Words).max(20),
});
export type Expected = z.infer<typeof Expected>;

/** For the leader at any time, and for the coach once the report is released. Beside the report: look up a quality by its code. */
export const ExpectationsView = z.object({
  leader: z.string(),
  scale: z.array(z.object({ value: z.int(), label: z.string() })),
  qualities: z.array(z.object({ code: z.string(), name: z.string(), definition: z.string() })),
  /** The framework's reflection questions. */
  questions: z.array(z.string()),
  expected: Expected,
  /** Changes with every save; null before the first. */
  version: z.uuid().nullable(),
  /** When the leader said that this is it, in words; null while they have not. */
  written: z.string().nullable(),
  /** Only the leader, and only until the report is released; whoever had written nothing by then may do so once. */
  mayWrite: z.boolean(),
  released: z.boolean(),
});
export type ExpectationsView = z.infer<typeof ExpectationsView>;

export const WriteExpectations = z.strictObject({
  /** The version that this page has seen; null where it has seen none. */
  version: z.uuid().nullable(),
  expected: Expected,
  /** True: this is what I expect. */
  done: z.boolean('Say yes or no.'),
});
export type WriteExpectations = z.infer<typeof WriteExpectations>;
