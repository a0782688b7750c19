import type { ConfidentialGroupCode, PromisedGroup } from '@facet/domain-round';

/** Who sent answers and what they rated: what the audit knows beside the report. It holds no rating. */
export interface Roster {
  /** k of the round's promise. */
  readonly minimum: number;
  readonly promised: readonly PromisedGroup[];
  /** One for each confidential colleague who sent answers, with the codes of the behaviours that they rated. */
  readonly raters: readonly { readonly group: ConfidentialGroupCode; readonly rated: ReadonlySet<string> }[];
}

type Figure = { readonly mean: number; readonly n: number } | { readonly withheld: string };
type Score = { readonly mean: number } | { readonly withheld: string };

export interface PublishedLine {
  readonly code: string;
  readonly label: string;
  readonly raters: number | null;
  readonly withheld: string | null;
  readonly folded: readonly string[];
}

export interface PublishedBehaviour {
  readonly code: string;
  readonly self: number | null;
  readonly lineManagers: readonly { readonly rating: number | null }[];
  /** In the lines' order, here and for the quality. */
  readonly groups: readonly Figure[];
  readonly allOthers: Figure;
  readonly gap: number | null;
}

export interface PublishedQuality {
  readonly code: string;
  readonly self: number | null;
  readonly groups: readonly Score[];
  readonly allOthers: Score;
  readonly gap: number | null;
  /** The word for how far all others agree, where the report has one. */
  readonly agreement?: string | null;
  readonly behaviours: readonly PublishedBehaviour[];
}

/** What the audit reads of a finished report: the shape of its numbers, and nothing of how they were made. A snapshot has it. */
export interface PublishedReport {
  readonly minimum: number;
  readonly groups: readonly PublishedLine[];
  readonly qualities: readonly PublishedQuality[];
}
