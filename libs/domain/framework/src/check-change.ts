import { behaviourCodes } from './answers';
import type { Framework } from './framework';

/** The longest comment, in UTF-16 code units: what JavaScript, and so the contract and the page, count as its length. */
export const longestComment = 10_000;

/** One thing that is wrong: where (`ratings.1.3`, `comments.2.seen`) and a sentence for the person who typed it. */
export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

/** Ratings by behaviour code and comments by quality code, as they arrived: nothing in them is trusted yet. */
export interface Change {
  readonly ratings?: Readonly<Record<string, unknown>> | undefined;
  readonly comments?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * One rating of a framework's behaviour: a whole number on its scale, or null for "not observed". Nothing is converted: "3",
 * 3.5, 0, true, NaN and a behaviour of another framework are refused. Undefined when there is nothing wrong.
 */
export const checkRating = (framework: Framework, code: string, value: unknown): FieldFault | undefined =>
  ratingFault(framework, new Set(behaviourCodes(framework)), code, value);

/** Everything that is wrong with a change of a sheet, ratings first; empty when it may be saved. */
export const checkChange = (framework: Framework, change: Change): readonly FieldFault[] => {
  const behaviours = new Set(behaviourCodes(framework));
  const qualities = new Set(framework.qualities.map((quality) => quality.code));
  return [
    ...Object.entries(change.ratings ?? {}).flatMap(([code, value]) => ratingFault(framework, behaviours, code, value) ?? []),
    ...Object.entries(change.comments ?? {}).flatMap(([code, value]) => commentFaults(qualities, code, value)),
  ];
};

const ratingFault = (framework: Framework, known: ReadonlySet<string>, code: string, value: unknown): FieldFault | undefined => {
  const field = `ratings.${short(code)}`;
  if (!known.has(code)) return { field, message: `This feedback does not ask about a behaviour “${short(code)}”.` };
  const { points, notObserved } = framework.scale;
  if (value === null || points.some((point) => point.value === value)) return undefined;
  return { field, message: `Choose a whole number from 1 to ${points.length}, or “${notObserved}”.` };
};

const commentFaults = (known: ReadonlySet<string>, code: string, value: unknown): readonly FieldFault[] => {
  const field = `comments.${short(code)}`;
  if (!known.has(code)) return [{ field, message: `This feedback has no quality “${short(code)}” to comment on.` }];
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [{ field, message: 'Send the comments on a quality as two texts, “seen” and “help”.' }];
  return Object.entries(value).flatMap(([prompt, text]) => textFault(`${field}.${short(prompt)}`, prompt, text) ?? []);
};

const textFault = (field: string, prompt: string, text: unknown): FieldFault | undefined => {
  if (prompt !== 'seen' && prompt !== 'help') return { field, message: 'A quality has two comments, “seen” and “help”.' };
  if (text === undefined) return undefined;
  if (typeof text !== 'string') return { field, message: 'Write the comment as text.' };
  if (text.length > longestComment)
    return { field, message: `A comment holds at most ${grouped(longestComment)} characters; this one has ${grouped(text.length)}.` };
  if (text.includes('\0'))
    return { field, message: 'The comment contains an invisible character (NUL) that cannot be stored. Please delete it.' };
  return undefined;
};

/** Keys come from outside: a long one must not fill the answer with itself. */
const short = (key: string): string => (key.length > 40 ? `${key.slice(0, 40)}…` : key);

const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
