import { type Answer, type Answers, changesTo, sameAnswer } from './answers';

/** One answer that this page and another one have both changed, differently. */
export interface Conflict {
  readonly key: string;
  readonly mine: Answer;
  readonly stored: Answer | undefined;
}

/**
 * What is left to save after the stored answers turned out to be other than this page believed. An answer that is stored as
 * this page has already `seen` it (as it was loaded, or as it was sent when no reply came back) is simply replaced by the
 * newer one from here; one that somebody else has changed meanwhile is a conflict, which only the person can decide.
 */
export const reconcile = (
  stored: Answers,
  mine: Answers,
  seen: readonly Answers[],
): { readonly changes: Answers; readonly conflicts: readonly Conflict[] } => {
  const differing = Object.entries(changesTo(stored, mine));
  const mayReplace = (key: string) => seen.some((answers) => sameAnswer(answers[key], stored[key]));
  return {
    changes: Object.fromEntries(differing.filter(([key]) => mayReplace(key))),
    conflicts: differing.filter(([key]) => !mayReplace(key)).map(([key, answer]) => ({ key, mine: answer, stored: stored[key] })),
  };
};
