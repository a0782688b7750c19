import type { Words } from '../words/words';

/** The same words with every text changed; `name` is what the pages call it, or null for one of a list. */
export const mapWords = (words: Words, change: (text: string, name: string | null) => string): Words => map(words, null, change) as Words;

const map = (value: unknown, name: string | null, change: (text: string, name: string | null) => string): unknown => {
  if (typeof value === 'string') return change(value, name);
  if (Array.isArray(value)) return value.map((one) => map(one, null, change));
  return Object.fromEntries(Object.entries(value as object).map(([key, one]) => [key, map(one, key, change)]));
};
