import * as z from 'zod';

const counted = z.int().nonnegative();

/**
 * How an organisation's mail fares, for its administrators. It tells nothing of who has answered: reminders, which reach only those
 * who have not, are here in full tens for days that are over, and what was no longer needed is not here at all.
 */
export const MailRoomView = z.object({
  organisation: z.string(),
  /** "Monday to Friday, 08:00 to 18:00 (Europe/London)" */
  hours: z.string(),
  /** For so many minutes the oldest mail that is due has been waiting; null where none is due. */
  oldestMinutes: counted.nullable(),
  /** One for each letter of which there has been a mail in the last thirty days. */
  kinds: z.array(
    z.object({
      name: z.string(),
      sent: counted,
      /** It is due, or waits for its hour. */
      waiting: counted,
      /** Until a coach has confirmed a list. */
      held: counted,
      /** The mail server said "later" at least once. */
      deferred: counted,
      rejected: counted,
      unknown: counted,
      expired: counted,
    }),
  ),
  /** Mails that somebody should look after, the newest first. */
  troubled: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      recipient: z.string(),
      email: z.string(),
      state: z.enum(['rejected', 'unknown', 'expired']),
      /** What the mail server said, in its own words. */
      reply: z.string().nullable(),
      whatToDo: z.string(),
    }),
  ),
  /** "2026-12-01", and that at least so many reminders left on that day. */
  reminders: z.array(z.object({ day: z.string(), atLeast: counted })),
});
export type MailRoomView = z.infer<typeof MailRoomView>;

/** What an organisation may say in its own words. `text` has an empty line between paragraphs. */
export const LetterWording = z.strictObject({
  subject: z.string().max(500).trim(),
  heading: z.string().max(500).trim(),
  text: z.string().max(10_000),
});
export type LetterWording = z.infer<typeof LetterWording>;

export const LettersView = z.object({
  letters: z.array(
    z.object({
      letter: z.string(),
      name: z.string(),
      to: z.string(),
      /** Whether the organisation words it itself. */
      own: z.boolean(),
    }),
  ),
});
export type LettersView = z.infer<typeof LettersView>;

/** The letter as a mail program would show it, with made-up people. */
export const LetterSample = z.object({ subject: z.string(), text: z.string() });
export type LetterSample = z.infer<typeof LetterSample>;

export const LetterView = z.object({
  letter: z.string(),
  name: z.string(),
  to: z.string(),
  own: z.boolean(),
  wording: LetterWording,
  placeholders: z.array(z.object({ name: z.string(), means: z.string() })),
  sample: LetterSample,
});
export type LetterView = z.infer<typeof LetterView>;
