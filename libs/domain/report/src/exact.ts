import { isWithheld, type Cell, type CellCounts, type Withheld } from '@facet/domain-disclosure';
import type { Behaviour, Rating } from '@facet/domain-framework';
import { gap, meanOfCounts, meanOfMeans, verdictOf, whole, type Fraction, type Verdict } from '@facet/domain-statistics';
import { shown, type Pooled } from './pool';

/** One behaviour before any mean is taken. */
export interface BehaviourCounts extends Behaviour {
  readonly self: Rating;
  readonly lineManagers: readonly { readonly name: string; readonly rating: Rating }[];
  /** In the lines' order. */
  readonly groups: readonly Cell[];
  readonly allOthers: Pooled | Withheld;
}

/** Both sides of one comparison, exact; null where a side is missing, and then without gap and verdict. */
export interface Compared {
  readonly self: Fraction | null;
  readonly others: Fraction | null;
  readonly gap: Fraction | null;
  readonly verdict: Verdict | null;
}

const exact = (rating: Rating): Fraction | null => (rating === null ? null : whole(rating));

export const meanOf = (cell: CellCounts | Withheld): Fraction | null => (isWithheld(cell) ? null : meanOfCounts(cell.counts));

/** Plain mean of the shown cells. */
export const meanOfShown = (cells: readonly (CellCounts | Withheld)[]): Fraction | null =>
  meanOfMeans(shown<CellCounts>(cells).flatMap((cell) => meanOf(cell) ?? []));

/** Plain mean of the ratings given. */
export const meanOfRatings = (ratings: readonly Rating[]): Fraction | null => meanOfMeans(ratings.flatMap((rating) => exact(rating) ?? []));

/** One behaviour, judged by the colleagues in its shown cells. */
export const compareBehaviour = ({ self: own, allOthers }: BehaviourCounts, points: number): Compared => {
  const [self, others] = [exact(own), meanOf(allOthers)];
  const difference = gap(self, others);
  const raters = isWithheld(allOthers) ? 0 : allOthers.confidential;
  return { self, others, gap: difference, verdict: verdictOf(difference, { level: 'behaviour', points, raters }) };
};

/** The behaviours on which all others are shown: those that self and line managers are averaged over. */
export const comparable = (behaviours: readonly BehaviourCounts[]): BehaviourCounts[] =>
  behaviours.filter(({ allOthers }) => !isWithheld(allOthers));

/** One quality, judged by as few colleagues as stand behind the behaviour of it that fewest have seen. */
export const compareQuality = (behaviours: readonly BehaviourCounts[], points: number): Compared => {
  const pooled = shown<Pooled>(behaviours.map(({ allOthers }) => allOthers));
  const self = meanOfRatings(comparable(behaviours).map((behaviour) => behaviour.self));
  const others = meanOfShown(pooled);
  const difference = gap(self, others);
  const raters = Math.min(...pooled.map(({ confidential }) => confidential));
  return { self, others, gap: difference, verdict: verdictOf(difference, { level: 'quality', points, raters }) };
};
