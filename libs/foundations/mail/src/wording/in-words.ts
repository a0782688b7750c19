import type { WordedLetter } from '../letters/letter';
import { builtIn, type ValuesOf, type WordingKey } from './built-in';
import { fill, type Filled } from './fill';
import type { Wording } from './wording';

/** Which wording a letter has, and the values with which another one could be filled. */
export interface Worded {
  readonly key: WordingKey;
  readonly values: Readonly<Record<string, string>>;
}

/** What a letter of this kind says as long as nobody words it otherwise. */
export const inWords = <Key extends WordingKey>(key: Key, values: ValuesOf<Key>): Filled & { readonly worded: Worded } => ({
  ...fill(builtIn[key], values),
  worded: { key, values },
});

/** The same letter in the words of its organisation. */
export const reword = (letter: WordedLetter, wording: Wording | null): WordedLetter =>
  wording === null ? letter : { ...letter, ...fill(wording, letter.worded.values) };
