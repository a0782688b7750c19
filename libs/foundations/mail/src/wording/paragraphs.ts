/** Text as it is typed, with empty lines between the paragraphs; `inParagraphs` reads what `inOneText` writes. */
export const inParagraphs = (text: string): string[] =>
  text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .split(/\n[ ]*(?:\n[ ]*)+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');

export const inOneText = (paragraphs: readonly string[]): string => paragraphs.join('\n\n');
