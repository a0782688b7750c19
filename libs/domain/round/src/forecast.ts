/** Where past response rates are not known. */
export const USUAL_RESPONSE = 0.7;

/**
 * The chance, from 0 to 1, that at least `minimum` of `invited` colleagues answer when each does so with the chance
 * `response` (0 to 1), independently: the upper tail of the binomial distribution.
 */
export function chanceOfBeingShown(invited: number, minimum: number, response: number = USUAL_RESPONSE): number {
  let tail = 0;
  for (let answered = minimum; answered <= invited; answered++)
    tail += binomial(invited, answered) * response ** answered * (1 - response) ** (invited - answered);
  return Math.min(1, tail);
}

/** "3 invited: about one chance in three of being shown." */
export const forecast = (invited: number, minimum: number, response: number = USUAL_RESPONSE): string =>
  `${invited} invited: ${inWords(chanceOfBeingShown(invited, minimum, response))}.`;

const fractions: readonly (readonly [number, string])[] = [
  [1 / 10, 'about one chance in ten'],
  [1 / 6, 'about one chance in six'],
  [1 / 5, 'about one chance in five'],
  [1 / 4, 'about one chance in four'],
  [1 / 3, 'about one chance in three'],
  [2 / 5, 'about two chances in five'],
  [1 / 2, 'about an even chance'],
  [3 / 5, 'about three chances in five'],
  [2 / 3, 'about two chances in three'],
  [3 / 4, 'about three chances in four'],
  [4 / 5, 'about four chances in five'],
  [5 / 6, 'about five chances in six'],
  [9 / 10, 'about nine chances in ten'],
];

function inWords(chance: number): string {
  if (chance === 0) return 'no chance of being shown';
  if (chance < 0.08) return 'less than one chance in ten of being shown';
  if (chance > 0.98) return 'almost certain to be shown';
  if (chance > 0.92) return 'more than nine chances in ten of being shown';
  const byDistance = fractions.toSorted(([a], [b]) => Math.abs(a - chance) - Math.abs(b - chance));
  return `${byDistance[0]?.[1] ?? 'some chance'} of being shown`;
}

function binomial(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i;
  return ways;
}
