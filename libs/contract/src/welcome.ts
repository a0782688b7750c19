import * as z from 'zod';

/** The promise in words, as a colleague reads it before the first question and a leader before the launch. */
export const WelcomeView = z.object({
  heading: z.string(),
  /** "You are answering as Sam Hill about Ada Okafor." */
  identity: z.string(),
  /** Each a short paragraph with its own small heading: your group, who sees what, below the minimum, who checked, until when. */
  points: z.array(
    z.object({
      heading: z.string(),
      text: z.string(),
      /** Read only after a press, so that all that matters most stands on one screen of a phone. */
      folded: z.boolean().optional(),
    }),
  ),
  /** Set for a line manager: the sentence that their press on Start confirms ("My ratings and words are shown under my name"). */
  named: z.string().nullable(),
});
export type WelcomeView = z.infer<typeof WelcomeView>;
