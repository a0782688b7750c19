import { chanceSpreads } from './chance';
import { spread } from './spread';

export type Agreement = 'high' | 'mixed' | 'low';

/**
 * How far raters agree on one quality, in one word: rWG(J) (James, Demaree & Wolf 1984) against what chance makes of it for as many
 * raters, behaviours and points. `high` above the 95th percentile of chance, `low` below the 50th, `mixed` between.
 *
 * A fixed cut such as .70 would not do: three raters who throw a die pass it on one behaviour 23 times in a hundred (Harvey & Hollander
 * 2004). The comparison is made by the spread of the ratings, of which rWG(J) is a falling function, before its floor at 0: the floor
 * would put half against half at opposite ends of the scale level with chance.
 *
 * @param ratings complete raters × J behaviours, whole points 1 … A
 * @param points A, 4 … 7
 * @returns null below 5 raters, where a word would say too much of too few; without behaviours; for an A that no framework has
 * @throws RangeError where a row is shorter or longer than another, or a rating is not a point of the scale
 */
export const agreementOf = (ratings: readonly (readonly number[])[], points: number): Agreement | null => {
  const behaviours = ratings[0]?.length ?? 0;
  const onScale = (rating: number): boolean => Number.isInteger(rating) && rating >= 1 && rating <= points;
  if (ratings.some((row) => row.length !== behaviours || !row.every(onScale)))
    throw new RangeError(`Agreement needs every rater’s rating of every behaviour, from 1 to ${points}.`);
  const chance = chanceSpreads(ratings.length, behaviours, points);
  if (chance === null) return null;
  const found = spread(ratings);
  return found < chance.p95 ? 'high' : found > chance.p50 ? 'low' : 'mixed';
};
