import type { QualityComments, Rating, SaveAnswers, Sheet } from '@facet/contract';

export type Prompt = keyof QualityComments;
export const prompts: readonly Prompt[] = ['seen', 'help'];

/**
 * A sheet laid out flat, so that two of them can be compared answer by answer: ratings under the behaviour's code,
 * comments under `commentKey`, the line manager's confirmation under NAMED.
 */
export type Answers = Readonly<Record<string, Answer>>;
export type Answer = Rating | string | true;

export const NAMED = 'named';
export const commentKey = (quality: string, prompt: Prompt): string => `${quality}.${prompt}`;

export const flatten = (sheet: Sheet): Answers => ({
  ...sheet.ratings,
  ...Object.fromEntries(
    Object.entries(sheet.comments).flatMap(([quality, comments]) =>
      prompts.flatMap((prompt) => {
        const text = comments[prompt];
        return text === undefined ? [] : [[commentKey(quality, prompt), text] as const];
      }),
    ),
  ),
  ...(sheet.named && { [NAMED]: true as const }),
});

/** A text that differs by nothing but the spaces round it is the same text, and no text is an empty one. */
export const sameAnswer = (a: Answer | undefined, b: Answer | undefined): boolean => trimmed(a) === trimmed(b);

const trimmed = (answer: Answer | undefined): Answer => (typeof answer === 'string' ? answer.trim() : answer === undefined ? '' : answer);

/** Those of `mine` that say something else than `stored`. */
export const changesTo = (stored: Answers, mine: Answers): Answers =>
  Object.fromEntries(Object.entries(mine).filter(([key, answer]) => !sameAnswer(answer, stored[key])));

export const without = <Value>(record: Readonly<Record<string, Value>>, keys: readonly string[]): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));

export const isNothing = (answers: Answers): boolean => Object.keys(answers).length === 0;

/** What goes over the wire. A quality's two comments travel together, the unchanged one as it is stored. */
export const toSave = (rev: number, stored: Answers, changes: Answers): SaveAnswers => {
  const ratings: Record<string, Rating> = {};
  const comments: Record<string, QualityComments> = {};
  for (const [key, answer] of Object.entries(changes))
    if (typeof answer === 'string') {
      const quality = key.slice(0, key.lastIndexOf('.'));
      comments[quality] = commentsOf(quality, { ...stored, ...changes });
    } else if (answer !== true) ratings[key] = answer;
  return {
    rev,
    ...(Object.keys(ratings).length > 0 && { ratings }),
    ...(Object.keys(comments).length > 0 && { comments }),
    ...(changes[NAMED] && { named: true as const }),
  };
};

const commentsOf = (quality: string, answers: Answers): QualityComments =>
  Object.fromEntries(
    prompts.flatMap((prompt) => {
      const text = answers[commentKey(quality, prompt)];
      return typeof text === 'string' ? [[prompt, text]] : [];
    }),
  );
