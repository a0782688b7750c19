import { below, isHighSide, times, whole, type Fraction } from '@facet/domain-statistics';
import { compareBehaviour, type BehaviourCounts, type Compared } from './exact';
import { inNaturalOrder } from './natural-order';
import type { FirstPage } from './snapshot';

/** A behaviour that both sides have a score on. */
interface Candidate extends Compared {
  readonly code: string;
  readonly selfHigh: boolean;
  readonly othersHigh: boolean;
  readonly others: Fraction;
  readonly gap: Fraction;
}

const most = 3;

const candidate = (behaviour: BehaviourCounts, points: number): Candidate[] => {
  const compared = compareBehaviour(behaviour, points);
  const { self, others, gap } = compared;
  if (self === null || others === null || gap === null) return [];
  return [{ ...compared, code: behaviour.code, selfHigh: isHighSide(self, points), othersHigh: isHighSide(others, points), others, gap }];
};

const size = ({ gap }: Candidate): Fraction => (below(gap, whole(0)) ? times(gap, whole(-1)) : gap);

/** The codes of the first three: largest deciding number first, compared exactly; equal ones by code. */
const leading = (candidates: readonly Candidate[], deciding: (one: Candidate) => Fraction): string[] =>
  candidates
    .toSorted((a, b) => {
      const [one, other] = [deciding(a), deciding(b)];
      return below(other, one) ? -1 : below(one, other) ? 1 : inNaturalOrder(a.code, b.code);
    })
    .slice(0, most)
    .map(({ code }) => code);

/**
 * What a coach reads first, from every behaviour's own verdict. A behaviour stands in at most one list, and in none where self or all
 * others are missing.
 *
 * @param points length of the scale
 */
export const firstPageOf = (behaviours: readonly BehaviourCounts[], points: number): FirstPage => {
  const candidates = behaviours.flatMap((behaviour) => candidate(behaviour, points));
  const together = (one: Candidate): boolean => one.verdict === 'in_line' || one.verdict === 'too_close';
  return {
    confirmedStrengths: leading(
      candidates.filter((one) => one.selfHigh && one.othersHigh && together(one)),
      ({ others }) => others,
    ),
    blindSpots: leading(
      candidates.filter((one) => one.verdict === 'self_higher' && !one.othersHigh),
      size,
    ),
    hiddenStrengths: leading(
      candidates.filter((one) => one.verdict === 'self_lower' && one.othersHigh),
      size,
    ),
  };
};
