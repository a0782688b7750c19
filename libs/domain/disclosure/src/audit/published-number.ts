/** What one colleague's rating of one behaviour weighs in a published number: the fraction `over / under`. */
export interface Term {
  /** Which colleague, as an index into the roster. */
  readonly rater: number;
  readonly behaviour: string;
  /** Whole number, may be negative. */
  readonly over: number;
  /** Whole number, 1 or more. */
  readonly under: number;
}

/**
 * A number that somebody has seen, as the audit sees it: which ratings stand behind it and with which weight, never the ratings. Only
 * confidential colleagues have terms; what stands under a name is known to every reader, as constants are.
 */
export interface PublishedNumber {
  readonly name: string;
  readonly terms: readonly Term[];
}
