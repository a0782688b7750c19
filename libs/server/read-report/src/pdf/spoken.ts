/** A person's words as lines, with the direction that they are read in. */
export interface Spoken {
  readonly lines: readonly string[];
  readonly rtl: boolean;
  /** Language by script, for whoever has the file read aloud. */
  readonly lang: 'en' | 'ar' | 'he' | 'zh';
}

const strong = /[\p{L}]/u;

/** Direction and language follow the first letter, as a page does it for text of unknown direction. */
export const spoken = (text: string): Spoken => {
  const first = strong.exec(text)?.[0] ?? '';
  const lang = /\p{Script=Hebrew}/u.test(first)
    ? 'he'
    : /\p{Script=Arabic}/u.test(first)
      ? 'ar'
      : /\p{Script=Han}/u.test(first)
        ? 'zh'
        : 'en';
  return { lines: text.split('\n'), rtl: lang === 'he' || lang === 'ar', lang };
};
