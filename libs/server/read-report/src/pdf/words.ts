/** A term and what is said of it. */
export interface Term {
  readonly term: string;
  readonly meaning: string;
}

/** Words that stand apart from the text. */
export interface Notice {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}
