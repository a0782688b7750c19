import type { Scale } from '@facet/domain-framework';
import type { Line, Withheld } from '@facet/domain-disclosure';
import type { Agreement, Classification, Verdict } from '@facet/domain-statistics';

/** A mean in scale points at full precision with the number of raters behind it, or why there is none. */
export type CellFigure = { readonly mean: number; readonly n: number } | Withheld;
/** A plain mean of means, or why there is none. */
export type ScoreFigure = { readonly mean: number } | Withheld;

/** A line of the report, without the groups that answers were counted by. */
export type ReportLine = Pick<Line, 'code' | 'label' | 'raters' | 'withheld'> & {
  /** Labels of the promised groups that stand in it together; empty for a group on a line of its own. */
  readonly folded: readonly string[];
};

export interface BehaviourFigures {
  readonly code: string;
  readonly text: string;
  /** The leader's own rating; null: not observed, or no self-assessment. */
  readonly self: number | null;
  readonly lineManagers: readonly { readonly name: string; readonly rating: number | null }[];
  /** One for each line, in the lines' order. */
  readonly groups: readonly CellFigure[];
  readonly allOthers: CellFigure;
  /** self − all others in scale points; null where either is missing. */
  readonly gap: number | null;
  /** What the gap says; null without one. */
  readonly verdict: Verdict | null;
}

export interface QualityFigures {
  readonly code: string;
  readonly name: string;
  readonly definition: string;
  readonly self: number | null;
  readonly lineManagers: readonly { readonly name: string; readonly mean: number | null }[];
  readonly groups: readonly ScoreFigure[];
  readonly allOthers: ScoreFigure;
  readonly gap: number | null;
  readonly verdict: Verdict | null;
  /** The verdict beside the height of the others' score; null without a verdict. */
  readonly classification: Classification | null;
  /** How far confidential colleagues agree with one another; null where too few rated every behaviour. */
  readonly agreement: Agreement | null;
  readonly behaviours: readonly BehaviourFigures[];
}

/** Codes of behaviours, at most three in each list, the first one first. */
export interface FirstPage {
  /** Self and all others on the high side, self neither clearly higher nor clearly lower. By the others' score, highest first. */
  readonly confirmedStrengths: readonly string[];
  /** Self clearly higher, all others not on the high side. By the size of the gap, largest first. */
  readonly blindSpots: readonly string[];
  /** Self clearly lower, all others on the high side. By the size of the gap, largest first. */
  readonly hiddenStrengths: readonly string[];
}

/** What people wrote about one quality. Empty text: nothing was written. */
export interface QualityWords {
  readonly quality: string;
  /** Of confidential colleagues, pooled and shuffled; empty where comments are withheld. */
  readonly seen: readonly string[];
  readonly help: readonly string[];
  readonly lineManagers: readonly { readonly name: string; readonly seen: string; readonly help: string }[];
  readonly self: { readonly seen: string; readonly help: string };
}

/** The constants that verdicts were decided by, in scale points: kept, so that a report is explained by its own rules for ever. */
export interface Rules {
  /** A score from here on is on the high side. */
  readonly highFrom: number;
  /** A gap from here on is more than `in_line`. */
  readonly gapFrom: { readonly quality: number; readonly behaviour: number };
}

/**
 * Everything that a report shows of what was answered, computed once at the seal and the same for its coach and its leader for
 * ever. Holds the words of the framework too, so that a later version of it never changes an old report. JSON as it stands.
 */
export interface Snapshot {
  /** k of the round's promise. */
  readonly minimum: number;
  readonly scale: Scale;
  readonly prompts: { readonly seen: string; readonly help: string };
  readonly groups: readonly ReportLine[];
  readonly rules: Rules;
  readonly firstPage: FirstPage;
  readonly qualities: readonly QualityFigures[];
  readonly comments: { readonly withheld: 'too_few' | null; readonly qualities: readonly QualityWords[] };
}
