import { isWithheld, type Cell, type CellCounts, type Withheld } from '@facet/domain-disclosure';
import type { Rating } from '@facet/domain-framework';
import { addCounts } from '@facet/domain-statistics';

export const shown = <T extends object>(values: readonly (T | Withheld)[]): T[] => values.filter((value): value is T => !isWithheld(value));

/** Why nothing is shown where several are withheld. That a line is there but has not seen this says more than that another is not. */
export const reason = (values: readonly object[]): Withheld => {
  const reasons = values.filter(isWithheld);
  return reasons.find(({ withheld }) => withheld === 'too_few_saw_it') ?? reasons[0] ?? { withheld: 'too_few' };
};

/** All others on one behaviour. */
export interface Pooled extends CellCounts {
  /** How many of the `n` are confidential colleagues: the line managers are not. */
  readonly confidential: number;
}

const alone = (rating: Rating, points: number): number[] => Array.from({ length: points }, (_, index) => (index + 1 === rating ? 1 : 0));

/**
 * All others on one behaviour: every colleague in its shown cells and every line manager who rated it, each weighing the same.
 * Never the leader. Withheld where no cell is shown, or it would be the line manager's rating under another name.
 *
 * @param points length of the scale
 */
export const allOthers = (cells: readonly Cell[], lineManagers: readonly Rating[], points: number): Pooled | Withheld => {
  const counted = shown<CellCounts>(cells);
  if (counted.length === 0) return reason(cells);
  const counts = [...counted.map((cell) => cell.counts), ...lineManagers.map((rating) => alone(rating, points))].reduce(addCounts);
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  return { counts, n: sum(counts), confidential: sum(counted.map(({ n }) => n)) };
};
