import { mean, quotient, squares, sum, unlessRounding } from './moments';

/** One-way analysis of variance; mean squares in squared units of the values. */
export interface OneWay {
  /** Between groups. */
  readonly msb: number;
  /** Within groups. */
  readonly msw: number;
  /** Mean group size. */
  readonly k: number;
}

/**
 * Mean squares between and within groups.
 *
 * @param groups values by group, of any sizes; a group without values does not count
 * @returns null below 2 groups, and where no group has 2 values
 */
export const oneWay = (groups: readonly (readonly number[])[]): OneWay | null => {
  const filled = groups.filter((group) => group.length > 0);
  const all = filled.flat();
  if (filled.length < 2 || all.length === filled.length) return null;
  const centre = mean(all) ?? 0;
  const between = unlessRounding(sum(filled.map((group) => group.length * ((mean(group) ?? 0) - centre) ** 2)), all);
  const within = unlessRounding(sum(filled.map(squares)), all);
  return { msb: between / (filled.length - 1), msw: within / (all.length - filled.length), k: all.length / filled.length };
};

/**
 * ICC(1), how much of the differences is between groups: (MSB − MSW) / (MSB + (k − 1) · MSW), k the mean group size. Bartko 1976,
 * Psychological Bulletin 83, 762–765; Bliese 2000. With equal sizes it is Shrout and Fleiss' ICC(1,1).
 *
 * @param groups as for oneWay
 * @returns −1 / (k − 1) … 1; unchanged by shift and scale. Negative where groups differ less than chance lets them: a reader is shown 0.
 *   Null where oneWay is, and where nothing varies
 */
export const icc1 = (groups: readonly (readonly number[])[]): number | null => {
  const found = oneWay(groups);
  return found && quotient(found.msb - found.msw, [found.msb, (found.k - 1) * found.msw]);
};

/**
 * ICC(2), reliability of the group means: (MSB − MSW) / MSB. Same sources. With equal sizes it is Shrout and Fleiss' ICC(1,k).
 *
 * @param groups as for oneWay
 * @returns up to 1, without a lower end; unchanged by shift and scale; negative as for ICC(1). Null where oneWay is, and where the group
 *   means are all one
 */
export const icc2 = (groups: readonly (readonly number[])[]): number | null => {
  const found = oneWay(groups);
  return found && quotient(found.msb - found.msw, [found.msb]);
};
