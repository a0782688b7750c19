import { isWithheld, type CellCounts, type Withheld } from '@facet/domain-disclosure';
import type { Quality } from '@facet/domain-framework';
import { classify, toNumber, type Agreement } from '@facet/domain-statistics';
import { comparable, compareBehaviour, compareQuality, meanOf, meanOfRatings, meanOfShown, type BehaviourCounts } from './exact';
import { reason } from './pool';
import type { BehaviourFigures, CellFigure, QualityFigures, ScoreFigure } from './snapshot';

const cellFigure = (cell: CellCounts | Withheld): CellFigure => {
  const mean = meanOf(cell);
  return isWithheld(cell) || mean === null ? reason([cell]) : { mean: toNumber(mean), n: cell.n };
};

const scoreFigure = (cells: readonly (CellCounts | Withheld)[]): ScoreFigure => {
  const mean = meanOfShown(cells);
  return mean === null ? reason(cells) : { mean: toNumber(mean) };
};

const behaviourFigures = (behaviour: BehaviourCounts, points: number): BehaviourFigures => {
  const { gap, verdict } = compareBehaviour(behaviour, points);
  return {
    ...behaviour,
    groups: behaviour.groups.map(cellFigure),
    allOthers: cellFigure(behaviour.allOthers),
    gap: toNumber(gap),
    verdict,
  };
};

/**
 * One quality from its behaviours. The score of a line is the plain mean of its shown behaviours; of all others, of the behaviours
 * on which all others are shown. Self and each line manager are averaged over those of them that they rated: over fewer than all others
 * where they left some out, which a reader is told. Null or withheld where no behaviour is left.
 *
 * @param points length of the scale
 */
export const qualityFigures = (
  quality: Quality,
  behaviours: readonly BehaviourCounts[],
  agreement: Agreement | null,
  points: number,
): QualityFigures => {
  const { self, others, gap, verdict } = compareQuality(behaviours, points);
  const compared = comparable(behaviours);
  const [first] = behaviours;
  return {
    ...quality,
    self: toNumber(self),
    lineManagers: (first?.lineManagers ?? []).map(({ name }, index) => ({
      name,
      mean: toNumber(meanOfRatings(compared.map((behaviour) => behaviour.lineManagers[index]?.rating ?? null))),
    })),
    groups: (first?.groups ?? []).map((_, index) => scoreFigure(behaviours.flatMap((behaviour) => behaviour.groups[index] ?? []))),
    allOthers: scoreFigure(behaviours.map((behaviour) => behaviour.allOthers)),
    gap: toNumber(gap),
    verdict,
    classification: classify(verdict, others, points),
    agreement,
    behaviours: behaviours.map((behaviour) => behaviourFigures(behaviour, points)),
  };
};
