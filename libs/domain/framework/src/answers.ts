import type { Framework } from './framework';

/** A whole number on the framework's scale, or null for "not observed": never 0. */
export type Rating = number | null;

/** One rater's answers: ratings by behaviour code (absent = not answered yet), comments by quality code. */
export interface Sheet {
  readonly ratings: Readonly<Record<string, Rating>>;
  readonly comments: Readonly<Record<string, { readonly seen?: string; readonly help?: string }>>;
  /** A line manager has confirmed that they are named in the report. */
  readonly named: boolean;
}

export const emptySheet: Sheet = { ratings: {}, comments: {}, named: false };

export const behaviourCodes = (framework: Framework): string[] =>
  framework.qualities.flatMap((quality) => quality.behaviours.map((behaviour) => behaviour.code));

/** Codes of the behaviours that have neither a rating nor "not observed", in the framework's order. */
export const missing = (framework: Framework, sheet: Sheet): string[] =>
  behaviourCodes(framework).filter((code) => !Object.hasOwn(sheet.ratings, code));
