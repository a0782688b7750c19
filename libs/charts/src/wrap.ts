/** Mean width of a character in our text face, in ems; measured on running English it is 0.49. */
const CHARACTER = 0.52;

/** Estimated width of text in pixels: no measuring is possible where there is no page. */
export const widthOf = (words: string, size: number): number => Math.ceil(words.length * CHARACTER * size);

/** Breaks text between words into lines that fit a width; a word that is wider stands on a line of its own. */
export const wrap = (words: string, width: number, size: number): string[] => {
  const lines: string[] = [];
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
};
