import type { ConfidentialGroupCode, PromisedGroup } from '@facet/domain-round';

/** Who sent answers and what they rated: what the audit knows beside the report. It holds no rating. */
export interface Roster {
  /** k of the round's promise. */
  readonly minimum: number;
  /** Confidential colleagues who must have sent answers before a comment is shown, by the same promise. */
  readonly commentMinimum: number;
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
  readonly verdict: string | null;
}

export interface PublishedQuality {
  readonly code: string;
  readonly self: number | null;
  readonly groups: readonly Score[];
  readonly allOthers: Score;
  readonly gap: number | null;
  readonly verdict: string | null;
  readonly classification: string | null;
  /** The word for how far all others agree, where the report has one. */
  readonly agreement: string | null;
  readonly behaviours: readonly PublishedBehaviour[];
}

/** Codes of behaviours. */
export interface PublishedFirstPage {
  readonly confirmedStrengths: readonly string[];
  readonly blindSpots: readonly string[];
  readonly hiddenStrengths: readonly string[];
}

/** What confidential colleagues wrote, as far as it is shown. */
export interface PublishedComments {
  readonly withheld: string | null;
  readonly qualities: readonly { readonly seen: readonly string[]; readonly help: readonly string[] }[];
}

/** What the audit reads of a finished report: what it says, and nothing of how that was made. A snapshot has this shape. */
export interface PublishedReport {
  readonly minimum: number;
  /** A point for each place of the scale. */
  readonly scale: { readonly points: readonly unknown[] };
  /** The constants that the report says its verdicts were decided by, in scale points. */
  readonly rules: { readonly highFrom: number; readonly gapFrom: { readonly quality: number; readonly behaviour: number } };
  readonly groups: readonly PublishedLine[];
  readonly firstPage: PublishedFirstPage;
  readonly qualities: readonly PublishedQuality[];
  readonly comments: PublishedComments;
}
