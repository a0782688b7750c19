import { byCode } from './code-order';
import { isHigh, verdictOn } from './judge';
import type { PublishedFirstPage, PublishedReport } from './published-report';
import { compare, minus, type Ratio, size } from './ratio';
import { sidesOfBehaviour } from './sides';

interface Candidate {
  readonly code: string;
  readonly list: keyof PublishedFirstPage;
  /** The larger, the earlier in its list. */
  readonly deciding: Ratio;
}

const most = 3;

/** The list in which behaviours with this verdict belong, by the side of the scale on which self and all others stand. */
const listOf = (verdict: string | null, selfHigh: boolean, othersHigh: boolean): keyof PublishedFirstPage | null => {
  if (verdict === 'self_higher') return othersHigh ? null : 'blindSpots';
  if (verdict === 'self_lower') return othersHigh ? 'hiddenStrengths' : null;
  return verdict !== null && selfHigh && othersHigh ? 'confirmedStrengths' : null;
};

/** What the first page of a report must name, from what the report shows of each behaviour and from nothing else. */
export const firstPageOf = ({ qualities, scale }: PublishedReport): PublishedFirstPage => {
  const points = scale.points.length;
  const candidates = qualities
    .flatMap(({ behaviours }) => behaviours)
    .flatMap((behaviour): Candidate[] => {
      const sides = sidesOfBehaviour(behaviour);
      const { self, others } = sides;
      if (self === null || others === null) return [];
      const list = listOf(verdictOn(sides, 'behaviour', points), isHigh(self, points), isHigh(others, points));
      if (list === null) return [];
      return [{ code: behaviour.code, list, deciding: list === 'confirmedStrengths' ? others : size(minus(self, others)) }];
    });
  const first = (list: keyof PublishedFirstPage): string[] =>
    candidates
      .filter((candidate) => candidate.list === list)
      .sort((a, b) => compare(b.deciding, a.deciding) || byCode(a.code, b.code))
      .slice(0, most)
      .map(({ code }) => code);
  return {
    confirmedStrengths: first('confirmedStrengths'),
    blindSpots: first('blindSpots'),
    hiddenStrengths: first('hiddenStrengths'),
  };
};
