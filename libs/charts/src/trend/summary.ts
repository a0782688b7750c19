import { gapForDisplay } from '../for-display';
import { changeOf } from './change';
import type { TrendData } from './data';

/** Where the last series has moved most, either way, between the first and the last moment that it is shown at. */
export const summary = ({ rows, series }: TrendData): string => {
  const who = series.at(-1)?.label ?? 'Nobody';
  const moved = rows
    .flatMap(({ label, points }) => {
      const change = changeOf(points[series.length - 1]);
      return change === null ? [] : [{ label: label.replace(/\.$/, ''), change }];
    })
    .toSorted((a, b) => b.change - a.change);
  const [most, least] = [moved[0], moved.at(-1)];
  if (!most || !least) return `${who}: nothing is shown at two moments, so nothing can be compared.`;
  const up = most.change > 0 ? `up most on “${most.label}” (${gapForDisplay(most.change)})` : '';
  const down = least.change < 0 ? `down most on “${least.label}” (${gapForDisplay(least.change)})` : '';
  const left = rows.length - moved.length;
  const found = [up, down].filter(Boolean).join(', ') || 'no change on any line';
  return `${who}: ${found}${left > 0 ? `; ${left} of ${rows.length} cannot be compared` : ''}. Different colleagues may have answered.`;
};
