import { forDisplay } from '@facet/charts';
import type { RawStatistics } from '@facet/contract';
import { labelOf } from '@facet/domain-round';
import { inColumns } from './in-columns';

/** The researchers' figures of one leader, three decimals; what is given by behaviour stands in the JSON only. */
export const statisticsTable = (statistics: readonly RawStatistics[]): string[] => {
  const answered = statistics.filter(({ raters }) => raters > 0);
  if (answered.length === 0) return [];
  return inColumns([
    ['', 'Quality', 'Raters', 'Complete', 'By raters', 'Pooled', 'By items', 'rWG(J)', 'r*WG(J)', 'Alpha', 'ICC(1)', 'ICC(2)'],
    ...answered.map((one) => [
      one.scope === 'all_others' ? 'All others' : labelOf(one.scope),
      one.quality,
      String(one.raters),
      String(one.completeRaters),
      ...[one.byRaterMeans, one.pooledMean, one.meanOfItemMeans, one.rwgJ, one.rStar, one.alpha, one.icc1, one.icc2].map((value) =>
        value === null ? '–' : forDisplay(value, 3),
      ),
    ]),
  ]);
};
