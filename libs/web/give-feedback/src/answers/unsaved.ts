import type { Answers } from './answers';
import { tab } from '../link/tab';

/** What this tab has not been able to save: the changes, and the stored answers that it had seen when they were made. */
export interface Unsaved {
  readonly mine: Answers;
  readonly seen: readonly Answers[];
}

const place = (code: string) => `facet.unsaved.${code}`;

export const keepUnsaved = (code: string, unsaved: Unsaved): void => tab.set(place(code), JSON.stringify(unsaved));
export const dropUnsaved = (code: string): void => tab.drop(place(code));

export const readUnsaved = (code: string): Unsaved | null => {
  const text = tab.get(place(code));
  return text === null ? null : (JSON.parse(text) as Unsaved);
};

/** The words in them, for a page that can only give them back. */
export const unsavedWords = (code: string): readonly string[] =>
  Object.values(readUnsaved(code)?.mine ?? {}).filter((answer) => typeof answer === 'string' && answer.trim() !== '') as string[];
