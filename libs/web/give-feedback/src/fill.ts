/** "Quality {number} of {count}" with its numbers. What is not given stays as it is written, so that a gap is seen. */
export const fill = (words: string, values: Readonly<Record<string, string | number>>): string =>
  words.replace(/\{(\w+)\}/g, (written, name: string) => String(values[name] ?? written));
