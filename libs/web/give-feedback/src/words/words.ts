import { signal } from '@angular/core';
import type * as english from './en';

export type Words = typeof english.words;

/** Those of them that are one text. */
export type Text = { [Word in keyof Words]: Words[Word] extends string ? Word : never }[keyof Words];

/** A language is a file beside this one and a line here; the survey says in which it is. */
export const languages: Record<string, () => Promise<{ readonly words: Words }>> = { en: () => import('./en') };

const here = signal<{ readonly language: string; readonly words: Words } | null>(null);

/** The words of the pages that come after the first question; null until they are fetched. */
export const laterWords = (): Words | null => here()?.words ?? null;

/** What is said where there is no survey to show. */
export const doorWords = (): Words['door'] => {
  const words = laterWords();
  if (!words) throw new Error('a part comes together with its words');
  return words.door;
};

export const wordsHere = (): boolean => here()?.language === document.documentElement.lang;

/** In the language of the page, or in English where there is no such file. */
export const fetchWords = async (): Promise<void> => {
  if (wordsHere()) return;
  const language = document.documentElement.lang;
  const read = languages[language] ?? languages[language.replace(/-.*/, '')] ?? languages['en'];
  if (read) here.set({ language, words: (await read()).words });
};
