import { forDisplay } from '../for-display';
import { valueOf } from '../voices';
import type { HeatMapData } from './data';

/** The highest and the lowest shown number with whose it is, and how many cells are not shown. */
export const summary = ({ rows, series }: HeatMapData): string => {
  const cells = rows.flatMap(({ code, label, points }) =>
    series.map((one, index) => ({
      where: `${label === '' ? code : `“${label.replace(/\.$/, '')}”`}, ${one.label}`,
      value: valueOf(points[index]),
    })),
  );
  const shown = cells.flatMap(({ where, value }) => (value === null ? [] : [{ where, value }])).toSorted((a, b) => b.value - a.value);
  const [highest, lowest] = [shown[0], shown.at(-1)];
  if (!highest || !lowest) return 'No number may be shown here.';
  const left = cells.length - shown.length;
  const sentence = `The highest number is ${forDisplay(highest.value, 2)} (${highest.where}), the lowest ${forDisplay(lowest.value, 2)} (${lowest.where})`;
  return left > 0 ? `${sentence}; ${left} of ${cells.length} are not shown.` : `${sentence}.`;
};
