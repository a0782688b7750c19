import type { Quality, Rating } from '@facet/domain-framework';
import type { ConfidentialGroupCode } from '@facet/domain-round';
import { agreementOf, type Agreement } from '@facet/domain-statistics';
import type { BehaviourCells, SentRatings } from './disclose';
import type { Line } from './fold';
import { isWithheld, release, type Released } from './released';

/** How far all others agree on one quality, in one word; null where a word would rest on too few. */
export interface QualityAgreement {
  readonly quality: string;
  readonly agreement: Released<Agreement> | null;
}

/** The groups of every line that shows each of these behaviours: a line with one withheld cell enters nothing. */
const wholeGroups = (lines: readonly Line[], cells: readonly BehaviourCells[]): ConfidentialGroupCode[] =>
  lines.flatMap((line, at) => {
    const shown = cells.flatMap((row) => row.cells[at] ?? []).filter((cell) => !isWithheld(cell));
    return line.withheld === null && shown.length === cells.length ? line.members : [];
  });

/**
 * Agreement of all others on one quality, from the confidential colleagues who rated every behaviour of it and whose line shows all of
 * them. Line managers are not among them: beside a rating that is known, the word would say more of the rest.
 *
 * @param cells every behaviour of the framework
 * @param points length of the scale
 * @returns the word alone: no spread, no index and no number of raters leaves with it; null below 5 such colleagues
 */
export const agreementOn = (
  { code, behaviours }: Quality,
  lines: readonly Line[],
  cells: readonly BehaviourCells[],
  sheets: readonly SentRatings[],
  points: number,
): QualityAgreement => {
  const codes = behaviours.map((behaviour) => behaviour.code);
  const own = cells.filter(({ behaviour }) => codes.includes(behaviour));
  const groups = wholeGroups(lines, own);
  const complete = sheets
    .filter(({ group }) => groups.includes(group))
    .map(({ ratings }) => codes.map((behaviour): Rating => ratings[behaviour] ?? null))
    .filter((row): row is number[] => row.every((rating) => rating !== null));
  const agreement = agreementOf(complete, points);
  return { quality: code, agreement: agreement && release(agreement) };
};
