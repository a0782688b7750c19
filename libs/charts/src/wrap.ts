/** Mean width of a character in our text face, in ems; measured on running English it is 0.49. */
const CHARACTER = 0.52;

/** Estimated width of text in pixels: no measuring is possible where there is no page. */
export const widthOf = (words: string, size: number): number => Math.ceil(words.length * CHARACTER * size);

/** A word cut into pieces that fit; never between the two halves of one character. */
const pieces = (word: string, width: number, size: number): string[] => {
  if (widthOf(word, size) <= width) return [word];
  const found: string[] = [];
  for (const character of word) {
    const last = found.at(-1);
    if (last !== undefined && widthOf(last + character, size) <= width) found[found.length - 1] = last + character;
    else found.push(character);
  }
  return found;
};

/** Breaks text into lines that fit a width: between words, and within a word only where it is wider than a whole line. */
export const wrap = (words: string, width: number, size: number): string[] => {
  const lines: string[] = [];
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(...pieces(word, width, size));
  }
  return lines;
};
