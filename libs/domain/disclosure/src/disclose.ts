import { behaviourCodes, type Framework, type Sheet } from '@facet/domain-framework';
import type { ConfidentialGroupCode, RoundPromise } from '@facet/domain-round';
import { agreementOn, type QualityAgreement } from './agreement';
import { fold, type Line, type SentPerGroup } from './fold';
import { release, type Cell } from './released';

/** What one confidential colleague rated: a group and ratings, no name and no id. */
export interface SentRatings {
  readonly group: ConfidentialGroupCode;
  readonly ratings: Sheet['ratings'];
}

/** One behaviour's cells, in the order of the lines. */
export interface BehaviourCells {
  readonly behaviour: string;
  readonly cells: readonly Cell[];
}

/** Everything that a report may know of confidential colleagues' ratings; each number and word in it is released by itself. */
export interface Disclosure {
  readonly lines: readonly Line[];
  /** One entry for each behaviour of the framework, in its order, also where nobody saw it. */
  readonly behaviours: readonly BehaviourCells[];
  /** One entry for each quality of the framework, in its order. */
  readonly qualities: readonly QualityAgreement[];
}

/** How many of each group are among the sheets. */
export const sentPerGroup = (sheets: readonly { readonly group: ConfidentialGroupCode }[]): SentPerGroup =>
  sheets.reduce<Partial<Record<ConfidentialGroupCode, number>>>((sent, { group }) => ({ ...sent, [group]: (sent[group] ?? 0) + 1 }), {});

const countRatings = (sheets: readonly SentRatings[], behaviour: string, points: number): number[] => {
  const counts = Array<number>(points).fill(0);
  for (const { ratings } of sheets) {
    const rating = ratings[behaviour] ?? null;
    if (rating === null) continue;
    const before = counts[rating - 1];
    if (before === undefined) throw new RangeError(`A rating of ${rating} on behaviour ${behaviour}: the scale has 1 to ${points}.`);
    counts[rating - 1] = before + 1;
  }
  return counts;
};

const cellOf = (line: Line, sheets: readonly SentRatings[], behaviour: string, points: number, minimum: number): Cell => {
  if (line.withheld !== null) return { withheld: line.withheld };
  const counts = countRatings(
    sheets.filter(({ group }) => line.members.includes(group)),
    behaviour,
    points,
  );
  const n = counts.reduce((sum, count) => sum + count, 0);
  return n < minimum ? { withheld: 'too_few_saw_it' } : release({ counts, n });
};

/**
 * Turns the ratings of confidential colleagues into cells and words of agreement, and drops everything else: the only function that
 * sees both a rating and the group it came from. "Not observed", and a behaviour without an answer, count towards nothing.
 *
 * @param sheets one for each confidential colleague who sent answers; their order has no influence
 * @param leftOut codes of promised groups that the round is sealed without
 * @returns a cell for each line and behaviour: counts where at least k colleagues of the line rated it, a reason otherwise
 * @throws RangeError for a rating off the framework's scale, or for a group that the promise does not name
 */
export const disclose = (
  framework: Framework,
  promise: RoundPromise,
  sheets: readonly SentRatings[],
  leftOut: readonly ConfidentialGroupCode[] = [],
): Disclosure => {
  const lines = fold(promise, sentPerGroup(sheets), leftOut);
  const points = framework.scale.points.length;
  const behaviours = behaviourCodes(framework).map((behaviour) => ({
    behaviour,
    cells: lines.map((line) => cellOf(line, sheets, behaviour, points, promise.minimum)),
  }));
  return {
    lines,
    behaviours,
    qualities: framework.qualities.map((quality) => agreementOn(quality, lines, behaviours, sheets, points)),
  };
};
