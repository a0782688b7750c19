import { isWithheld, type Cell, type CellCounts, type Withheld } from '@facet/domain-disclosure';
import type { Behaviour, Quality, Rating } from '@facet/domain-framework';
import { gap, meanOfCounts, meanOfMeans, toNumber, whole, type Fraction } from '@facet/domain-statistics';
import { reason, shown } from './pool';
import type { BehaviourFigures, CellFigure, QualityFigures, ScoreFigure } from './snapshot';

/** One behaviour before any mean is taken. */
export interface BehaviourCounts extends Behaviour {
  readonly self: Rating;
  readonly lineManagers: readonly { readonly name: string; readonly rating: Rating }[];
  /** In the lines' order. */
  readonly groups: readonly Cell[];
  readonly allOthers: CellCounts | Withheld;
}

const exact = (rating: Rating): Fraction | null => (rating === null ? null : whole(rating));
const meanOf = (cell: CellCounts | Withheld): Fraction | null => (isWithheld(cell) ? null : meanOfCounts(cell.counts));

const cellFigure = (cell: CellCounts | Withheld): CellFigure => {
  const mean = meanOf(cell);
  return isWithheld(cell) || mean === null ? reason([cell]) : { mean: toNumber(mean), n: cell.n };
};

const meanOfShown = (cells: readonly (CellCounts | Withheld)[]): Fraction | null =>
  meanOfMeans(shown<CellCounts>(cells).flatMap((cell) => meanOf(cell) ?? []));

const meanOfRatings = (ratings: readonly Rating[]): Fraction | null => meanOfMeans(ratings.flatMap((rating) => exact(rating) ?? []));

const scoreFigure = (cells: readonly (CellCounts | Withheld)[]): ScoreFigure => {
  const mean = meanOfShown(cells);
  return mean === null ? reason(cells) : { mean: toNumber(mean) };
};

export const behaviourFigures = (behaviour: BehaviourCounts): BehaviourFigures => ({
  ...behaviour,
  groups: behaviour.groups.map(cellFigure),
  allOthers: cellFigure(behaviour.allOthers),
  gap: toNumber(gap(exact(behaviour.self), meanOf(behaviour.allOthers))),
});

/**
 * One quality from its behaviours. The score of a line is the plain mean of its shown behaviours; of all others, of the behaviours
 * on which all others are shown. Self and each line manager are averaged over those same behaviours, as far as they rated them, so
 * that both ends of a gap speak of the same things. Null or withheld where no behaviour is left.
 */
export const qualityFigures = (quality: Quality, behaviours: readonly BehaviourCounts[]): QualityFigures => {
  const compared = behaviours.filter((behaviour) => !isWithheld(behaviour.allOthers));
  const others = behaviours.map((behaviour) => behaviour.allOthers);
  const self = meanOfRatings(compared.map((behaviour) => behaviour.self));
  const [first] = behaviours;
  return {
    ...quality,
    self: toNumber(self),
    lineManagers: (first?.lineManagers ?? []).map(({ name }, index) => ({
      name,
      mean: toNumber(meanOfRatings(compared.map((behaviour) => behaviour.lineManagers[index]?.rating ?? null))),
    })),
    groups: (first?.groups ?? []).map((_, index) => scoreFigure(behaviours.flatMap((behaviour) => behaviour.groups[index] ?? []))),
    allOthers: scoreFigure(others),
    gap: toNumber(gap(self, meanOfShown(others))),
    behaviours: behaviours.map(behaviourFigures),
  };
};
