import { isWithheld, type Comments, type Disclosure, type Line } from '@facet/domain-disclosure';
import type { Framework, Quality, Sheet } from '@facet/domain-framework';
import { highSide, threshold, toNumber, type Agreement } from '@facet/domain-statistics';
import type { BehaviourCounts } from './exact';
import { qualityFigures } from './figures';
import { firstPageOf } from './first-page';
import { allOthers } from './pool';
import type { QualityWords, ReportLine, Rules, Snapshot } from './snapshot';

/**
 * Answers that stand under a name, and whose author was told so first: the leader's own and each line manager's. The sheet of a
 * confidential colleague, which carries its group, is none.
 */
export type OwnAnswers = Pick<Sheet, 'ratings' | 'comments'> & { readonly group?: never };

export interface ReportInput {
  readonly framework: Framework;
  /** k of the round's promise. */
  readonly minimum: number;
  /** Cells of confidential colleagues: no field here could hold a rating of one of them. */
  readonly disclosure: Disclosure;
  readonly comments: Comments;
  /** Null without a self-assessment. */
  readonly self: OwnAnswers | null;
  /** Each apart, also where two have one name; in the order in which they are shown. */
  readonly lineManagers: readonly (OwnAnswers & { readonly name: string })[];
}

const reportLine = (line: Line): ReportLine => ({
  code: line.code,
  label: line.label,
  raters: line.raters,
  withheld: line.withheld,
  folded: line.withheld === null ? line.folded : [],
});

const countBehaviours = ({ framework, disclosure, self, lineManagers }: ReportInput, { behaviours }: Quality): BehaviourCounts[] =>
  behaviours.map((behaviour) => {
    const groups = disclosure.behaviours.find((one) => one.behaviour === behaviour.code)?.cells ?? [];
    const named = lineManagers.map(({ name, ratings }) => ({ name, rating: ratings[behaviour.code] ?? null }));
    return {
      ...behaviour,
      self: self?.ratings[behaviour.code] ?? null,
      lineManagers: named,
      groups,
      allOthers: allOthers(
        groups,
        named.map(({ rating }) => rating),
        framework.scale.points.length,
      ),
    };
  });

const rulesOn = (points: number): Rules => ({
  highFrom: toNumber(highSide(points)),
  gapFrom: { quality: toNumber(threshold({ level: 'quality', points })), behaviour: toNumber(threshold({ level: 'behaviour', points })) },
});

const agreementOn = ({ disclosure }: ReportInput, quality: string): Agreement | null =>
  disclosure.qualities.find((one) => one.quality === quality)?.agreement ?? null;

const wordsOf = (answers: OwnAnswers | null, quality: string): { seen: string; help: string } => ({
  seen: answers?.comments[quality]?.seen ?? '',
  help: answers?.comments[quality]?.help ?? '',
});

const qualityWords = ({ comments, self, lineManagers }: ReportInput, quality: string): QualityWords => {
  const pooled = isWithheld(comments) ? undefined : comments.qualities.find((one) => one.quality === quality);
  return {
    quality,
    seen: pooled?.seen ?? [],
    help: pooled?.help ?? [],
    lineManagers: lineManagers.map((manager) => ({ name: manager.name, ...wordsOf(manager, quality) })),
    self: wordsOf(self, quality),
  };
};

/**
 * The report of a sealed round, from what disclosure released, what stands under a name, and the framework. A withheld cell enters
 * no number. There is no overall score. The same input gives the same bytes.
 */
export const makeSnapshot = (input: ReportInput): Snapshot => {
  const { framework, minimum, disclosure, comments } = input;
  const points = framework.scale.points.length;
  const counted = framework.qualities.map((quality) => ({ quality, behaviours: countBehaviours(input, quality) }));
  return {
    minimum,
    scale: framework.scale,
    prompts: framework.prompts,
    groups: disclosure.lines.map(reportLine),
    rules: rulesOn(points),
    firstPage: firstPageOf(
      counted.flatMap(({ behaviours }) => behaviours),
      points,
    ),
    qualities: counted.map(({ quality, behaviours }) => qualityFigures(quality, behaviours, agreementOn(input, quality.code), points)),
    comments: {
      withheld: isWithheld(comments) ? comments.withheld : null,
      qualities: framework.qualities.map(({ code }) => qualityWords(input, code)),
    },
  };
};
