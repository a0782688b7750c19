import type { RawStatistics } from '@facet/contract';
import type { Framework, Quality, Rating } from '@facet/domain-framework';
import { confidentialGroups, type GroupCode } from '@facet/domain-round';
import {
  adM,
  alpha,
  icc1,
  icc2,
  itemMeans,
  meanOfItemMeans,
  meanOfRaterMeans,
  pooledMean,
  rStar,
  rwg,
  rwgJ,
  uniformVariance,
} from '@facet/domain-statistics';
import type { LeaderAnswers, RaterAnswers } from './answers';

type Scope = RawStatistics['scope'];

const scopes: readonly Scope[] = [...confidentialGroups, 'all_others'];
const isIn = (scope: Scope, group: GroupCode): boolean => (scope === 'all_others' ? group !== 'self' : group === scope);

/**
 * What researchers compute from raw answers, one entry for each scope and quality, also where nobody answered. It protects nobody: it
 * belongs to whoever holds the file anyway.
 */
export const rawStatistics = (framework: Framework, { raters }: LeaderAnswers): RawStatistics[] =>
  scopes.flatMap((scope) => {
    const those = raters.filter(({ group }) => isIn(scope, group));
    return framework.qualities.map((quality) => ({ scope, quality: quality.code, ...ofQuality(quality, those, framework) }));
  });

const ofQuality = (
  { behaviours }: Quality,
  raters: readonly RaterAnswers[],
  { scale }: Framework,
): Omit<RawStatistics, 'scope' | 'quality'> => {
  const codes = behaviours.map(({ code }) => code);
  const rows = raters.map(({ ratings }) => codes.map((code): Rating => ratings[code] ?? null));
  const complete = rows.flatMap((row) => {
    const rated = row.filter((rating) => rating !== null);
    return rated.length === row.length ? [rated] : [];
  });
  const column = <Value>(table: readonly (readonly Value[])[], at: number): Value[] => table.flatMap((row) => row.slice(at, at + 1));
  const byBehaviour = (value: (ratings: readonly Rating[], at: number) => number | null): Record<string, number | null> =>
    Object.fromEntries(codes.map((code, at) => [code, value(column(rows, at), at)]));
  const chance = uniformVariance(scale.points.length);
  const means = itemMeans(rows);
  // One-way: the behaviours are what is rated, the complete raters are the judges, as many on each.
  const targets = codes.map((_, at) => column(complete, at));
  return {
    raters: rows.filter((row) => row.some((rating) => rating !== null)).length,
    completeRaters: complete.length,
    itemMeans: byBehaviour((_, at) => means[at] ?? null),
    byRaterMeans: meanOfRaterMeans(rows),
    pooledMean: pooledMean(rows),
    meanOfItemMeans: meanOfItemMeans(rows),
    rwg: byBehaviour((ratings) => rwg(ratings, chance)),
    adm: byBehaviour((ratings) => adM(ratings)),
    rwgJ: rwgJ(complete, chance),
    rStar: rStar(complete, chance),
    alpha: alpha(complete),
    icc1: icc1(targets),
    icc2: icc2(targets),
  };
};
