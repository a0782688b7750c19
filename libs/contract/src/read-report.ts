import * as z from 'zod';
import { ScaleView } from './framework';
import { GroupCode } from './launch-round';

/** Why a cell is not shown. */
export const WithheldReason = z.enum(['too_few', 'too_few_saw_it', 'group_left_out', 'audit']);
export type WithheldReason = z.infer<typeof WithheldReason>;

/** What stands in place of a number, on the page and in the CSV alike. */
export const withheldInWords: Readonly<Record<WithheldReason, string>> = {
  too_few: 'too few answered',
  too_few_saw_it: 'too few saw this',
  group_left_out: 'left out of this report',
  audit: 'withheld to keep answers confidential',
};

/** What the gap between self and all others says. */
export const Verdict = z.enum(['self_higher', 'self_lower', 'too_close', 'in_line']);
export type Verdict = z.infer<typeof Verdict>;
/** Self–other agreement in six groups: who rates higher, and whether the others rate high. */
export const Classification = z.enum(['over_high', 'over_low', 'under_high', 'under_low', 'agree_high', 'agree_low']);
export type Classification = z.infer<typeof Classification>;
/** How far confidential colleagues agree with one another on a quality. */
export const Agreement = z.enum(['high', 'mixed', 'low']);
export type Agreement = z.infer<typeof Agreement>;

const Withheld = z.object({ withheld: WithheldReason });
/**
 * Mean of a shown cell with the number of raters behind it: full precision, rounded only where a person reads it.
 * Withheld is tried first: where both were given by mistake, the number does not leave.
 */
export const CellView = z.union([Withheld, z.object({ mean: z.number(), n: z.int() })]);
export type CellView = z.infer<typeof CellView>;
/** A quality's score: plain mean of the shown behaviour cells. */
export const ScoreView = z.union([Withheld, z.object({ mean: z.number() })]);
export type ScoreView = z.infer<typeof ScoreView>;

/** A line of the report: a promised group, or "Colleagues, together". */
export const ShownGroup = z.object({
  code: z.union([GroupCode, z.literal('together')]),
  label: z.string(),
  /** Confidential raters who sent answers; null where the group is not shown. */
  raters: z.int().nullable(),
  withheld: WithheldReason.nullable(),
  /** Labels of the promised groups that stand in it together; empty for a group on a line of its own. */
  folded: z.array(z.string()),
});
export type ShownGroup = z.infer<typeof ShownGroup>;

export const BehaviourReport = z.object({
  code: z.string(),
  text: z.string(),
  /** The leader's own rating; null = not observed or no self-assessment. */
  self: z.number().nullable(),
  lineManagers: z.array(z.object({ name: z.string(), rating: z.number().nullable() })),
  /** In the order of `groups` of the report. */
  groups: z.array(CellView),
  allOthers: CellView,
  /** self − all others; null where either side is missing. */
  gap: z.number().nullable(),
  /** Null without a gap. */
  verdict: Verdict.nullable(),
});
export const QualityReport = z.object({
  code: z.string(),
  name: z.string(),
  definition: z.string(),
  self: z.number().nullable(),
  lineManagers: z.array(z.object({ name: z.string(), mean: z.number().nullable() })),
  groups: z.array(ScoreView),
  allOthers: ScoreView,
  gap: z.number().nullable(),
  verdict: Verdict.nullable(),
  /** Null without a verdict. */
  classification: Classification.nullable(),
  /** Null where too few colleagues rated every behaviour of the quality. */
  agreement: Agreement.nullable(),
  behaviours: z.array(BehaviourReport),
});

/** The constants that this report was judged by, in scale points. */
export const ReportRules = z.object({
  /** A score from here on is on the high side. */
  highFrom: z.number(),
  /** A gap from here on is more than "in line". */
  gapFrom: z.object({ quality: z.number(), behaviour: z.number() }),
});
export type ReportRules = z.infer<typeof ReportRules>;

const leadingCodes = z.array(z.string()).max(3);
/** Codes of behaviours, the most decisive first; each list may be empty. */
export const FirstPage = z.object({
  /** Self and all others on the high side, self neither clearly higher nor clearly lower. */
  confirmedStrengths: leadingCodes,
  /** Self clearly higher, all others not on the high side. */
  blindSpots: leadingCodes,
  /** Self clearly lower, all others on the high side. */
  hiddenStrengths: leadingCodes,
});
export type FirstPage = z.infer<typeof FirstPage>;

/** Where it was seen, or what would help. */
export const CommentQuestion = z.enum(['seen', 'help']);
export type CommentQuestion = z.infer<typeof CommentQuestion>;

export const QualityWords = z.object({
  quality: z.string(),
  /** Pooled over all confidential groups, in one shuffled order per question, without any sign of who wrote what. */
  seen: z.array(z.string()),
  help: z.array(z.string()),
  /** Attributed, and told so before answering. */
  lineManagers: z.array(z.object({ name: z.string(), seen: z.string(), help: z.string() })),
  self: z.object({ seen: z.string(), help: z.string() }),
});
export const ReportView = z.object({
  round: z.uuid(),
  state: z.enum(['sealed', 'released']),
  as: z.enum(['leader', 'coach']),
  leader: z.string(),
  coach: z.string(),
  organisation: z.string(),
  framework: z.object({ name: z.string(), version: z.int() }),
  /** Days in words, in the organisation's zone: "9 December 2026". */
  sealedOn: z.string(),
  releasedOn: z.string().nullable(),
  /** Nobody pressed: its day had come. */
  releasedByItself: z.boolean(),
  minimum: z.int(),
  /** So little of what colleagues rated is shown that words say it better than charts. */
  little: z.boolean(),
  scale: ScaleView,
  prompts: z.object({ seen: z.string(), help: z.string() }),
  groups: z.array(ShownGroup),
  rules: ReportRules,
  firstPage: FirstPage,
  qualities: z.array(QualityReport),
  comments: z.object({
    withheld: z.literal('too_few').nullable(),
    qualities: z.array(QualityWords),
    /** How many comments the coach withholds where; never which, nor why. */
    withheldByCoach: z.array(z.object({ quality: z.string(), question: CommentQuestion, count: z.int() })),
  }),
  /**
   * Shown cells in which everybody gave the same end of the scale, so that the mean says what each of them chose: a word for the coach
   * before the conversation. Absent for the leader.
   */
  unanimous: z.array(z.object({ quality: z.string(), behaviour: z.string(), line: ShownGroup.shape.code })).optional(),
});
export type BehaviourReport = z.infer<typeof BehaviourReport>;
export type QualityReport = z.infer<typeof QualityReport>;
export type QualityWords = z.infer<typeof QualityWords>;
export type ReportView = z.infer<typeof ReportView>;
