import type { ConfidentialGroupCode, RoundPromise } from '@facet/domain-round';
import type { Roster } from './published-report';

/** What is taken from a sheet: who belongs to which group, and what is not `null`, which means not observed. */
export interface RatedSheet {
  readonly group: ConfidentialGroupCode;
  readonly ratings: Readonly<Record<string, number | null>>;
}

/** The roster of a round, from the sheets of its confidential colleagues: the ratings stay behind. */
export const rosterOf = ({ minimum, commentMinimum, groups }: RoundPromise, sheets: readonly RatedSheet[]): Roster => ({
  minimum,
  commentMinimum,
  promised: groups,
  raters: sheets.map(({ group, ratings }) => ({
    group,
    rated: new Set(Object.keys(ratings).filter((behaviour) => ratings[behaviour] !== null)),
  })),
});
