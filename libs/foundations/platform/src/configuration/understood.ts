import * as z from 'zod';

/** What `read` makes of a text; where that is null, the text is refused with the sentence. */
export const understood = <Value>(read: (text: string) => Value | null, sentence: string) =>
  z.string(sentence).transform((text, { issues }) => {
    const value = read(text);
    if (value !== null) return value;
    issues.push({ code: 'custom', message: sentence, input: text });
    return z.NEVER;
  });
