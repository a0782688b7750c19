import type { Table } from '../drawing';
import { forDisplay, gapForDisplay } from '../for-display';
import { type DumbbellData, type DumbbellRow, hasOthers, type Point } from './data';

type Cell = Table['rows'][number]['cells'][number];

const cell = (point: Point): Cell =>
  'value' in point
    ? { text: forDisplay(point.value, 2), n: point.n, note: null, missing: false }
    : { text: point.why, n: null, note: null, missing: true };

const gapCell = ({ gap, verdict }: DumbbellRow): Cell =>
  gap === null
    ? { text: 'cannot be compared', n: null, note: null, missing: true }
    : { text: gapForDisplay(gap), n: null, note: verdict, missing: false };

/** Every figure of the chart, and in words why one is missing. */
export const table = (data: DumbbellData): Table => {
  const compares = hasOthers(data);
  return {
    caption: data.caption,
    columns: [...data.series.map(({ label }) => label), ...(compares ? ['Gap'] : [])],
    rows: data.rows.map((row) => ({
      code: row.code,
      label: row.label,
      cells: [...row.points.map(cell), ...(compares ? [gapCell(row)] : [])],
    })),
  };
};
