import type { Table } from '../drawing';
import { gapForDisplay } from '../for-display';
import { inWords, missing, pointCell } from '../table-cells';
import { changeOf } from './change';
import type { TrendData } from './data';

/** Every figure, moment by moment, and the change of the last series. */
export const table = ({ caption, moments, series, rows }: TrendData): Table => ({
  caption,
  columns: [
    ...series.flatMap(({ label }) => moments.map((moment) => `${label}, ${moment}`)),
    ...(moments.length > 1 ? [`Change of ${series.at(-1)?.label ?? 'it'}`] : []),
  ],
  rows: rows.map(({ code, label, points, verdict }) => {
    const change = changeOf(points[series.length - 1]);
    const last = change === null ? missing('cannot be compared') : { ...inWords(gapForDisplay(change)), note: verdict };
    return {
      code,
      label,
      cells: [
        ...series.flatMap((_, one) => moments.map((__, moment) => pointCell(points[one]?.[moment]))),
        ...(moments.length > 1 ? [last] : []),
      ],
    };
  }),
});
