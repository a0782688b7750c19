import * as z from 'zod';
import { GroupCode } from './launch-round';
import { Agreement, CellView, Classification, ScoreView, Verdict } from './read-report';

/** What `facet analyse --json` prints. Its JSON Schema stands in docs/analyse.schema.json, with these descriptions. */

const ConfidentialGroup = GroupCode.extract(['peer', 'direct_report', 'other']);
const LineName = z.enum([...ConfidentialGroup.options, 'together']);

const number = (says: string) => z.number().nullable().describe(says);
const codes = (says: string) => z.array(z.string()).max(3).describe(says);

const gap = number('self − allOthers in scale points; null where either is missing');
const verdict = Verdict.nullable().describe(
  'what the gap says; too_close: large enough to mention, but within the noise; null without a gap',
);

const AnalysedGroup = z.strictObject({
  group: ConfidentialGroup.describe('a confidential group that has rows in the file for this leader'),
  shownAs: LineName.nullable().describe(
    'its own name; together where it was folded with others; null where it is left out of every number',
  ),
  raters: z
    .int()
    .nullable()
    .describe(
      'raters with at least one row on the line that the group is shown as: for together those of all groups in it; null where left out',
    ),
});

const AnalysedBehaviour = z.strictObject({
  code: z.string(),
  self: number('the leader’s own rating; null: not observed, or no row'),
  lineManagers: z.array(z.number().nullable()).describe('one rating for each line manager, in an order that is the same everywhere'),
  groups: z
    .partialRecord(LineName, CellView)
    .describe('by the name of each line: mean and number of ratings where at least minGroup raters of it rated the behaviour, or why not'),
  allOthers: CellView.describe('every rater in the shown cells and the line managers, each weighing the same'),
  gap,
  verdict,
});

const AnalysedQuality = z.strictObject({
  code: z.string(),
  self: number('mean of the leader’s own ratings over the behaviours on which allOthers is shown'),
  lineManagers: z.array(z.number().nullable()).describe('mean of each line manager over the same behaviours'),
  groups: z.partialRecord(LineName, ScoreView).describe('plain mean of the line’s shown behaviours'),
  allOthers: ScoreView.describe('plain mean of the behaviours on which allOthers is shown'),
  gap,
  verdict,
  classification: Classification.nullable().describe(
    'self–other agreement in six groups; high: allOthers ≥ 1 + 0.7 · (A − 1) on A points; null without a verdict',
  ),
  agreement: Agreement.nullable().describe(
    'how far confidential raters agree, against chance; null with fewer than 5 who rated every behaviour, on lines that show every behaviour',
  ),
});

const scope = z.enum([...ConfidentialGroup.options, 'all_others']).describe('all_others: everyone but self, line managers included');
const complete = 'raters who rated every behaviour of the quality';

export const RawStatistics = z
  .strictObject({
    scope,
    quality: z.string(),
    raters: z.int().describe('raters with at least one rating on the quality'),
    completeRaters: z.int().describe(complete),
    itemMeans: z.record(z.string(), number('mean of the ratings on this behaviour')).describe('by behaviour'),
    byRaterMeans: number('mean of the raters’ own means; a rater enters with at least half of the behaviours rated'),
    pooledMean: number('mean of all ratings on the quality'),
    meanOfItemMeans: number('plain mean of itemMeans'),
    rwg: z.record(z.string(), number('rWG on this behaviour, against uniform answers, floored at 0')).describe('by behaviour'),
    adm: z.record(z.string(), number('average deviation from the mean on this behaviour, in scale points')).describe('by behaviour'),
    rwgJ: number(`rWG(J), against uniform answers; of ${complete}`),
    rStar: number(`r*WG(J), against uniform answers, not floored; of ${complete}`),
    alpha: number(`Cronbach’s alpha, raw; rows are the ${complete}, columns the behaviours`),
    icc1: number(
      `ICC(1) = (MSB − MSW) / (MSB + (k − 1) · MSW), one-way: the targets are the quality’s behaviours, the judges the k ${complete}. Not floored: may be below 0`,
    ),
    icc2: number('ICC(2) = (MSB − MSW) / MSB of the same design: how reliably the mean of these raters tells the behaviours apart'),
  })
  .describe('Only with --unprotected: over the raw file, without any protection. null where a value is not defined');
export type RawStatistics = z.infer<typeof RawStatistics>;

export const LeaderAnalysis = z.strictObject({
  leader: z.string(),
  scale: z.strictObject({ min: z.int(), max: z.int() }),
  minGroup: z.int().min(3).max(5).describe('k: a number is shown where at least so many confidential raters stand behind it'),
  groups: z.array(AnalysedGroup),
  behaviours: z.array(AnalysedBehaviour).describe('every behaviour of the framework in its order, rated or not'),
  qualities: z.array(AnalysedQuality),
  firstPage: z.strictObject({
    confirmedStrengths: codes('behaviours that self and others rate high, without a clear gap'),
    blindSpots: codes('behaviours that self rates clearly higher, and others not high'),
    hiddenStrengths: codes('behaviours that self rates clearly lower, and others high'),
  }),
  audit: z
    .strictObject({
      passed: z.boolean().describe('no combination of the published numbers depends on fewer than minGroup confidential raters'),
      published: z.int().describe('how many published means, scores and gaps were checked'),
    })
    .describe('a second, independent check of the numbers above'),
  statistics: z.array(RawStatistics).optional().describe('one entry for each scope and quality'),
});
export type LeaderAnalysis = z.infer<typeof LeaderAnalysis>;

export const Analysis = z.array(LeaderAnalysis).meta({
  title: 'Facet analysis',
  description: 'What facet analyse FILE --json prints: one entry for each leader, in the order in which they first stand in the file.',
});
export type Analysis = z.infer<typeof Analysis>;
