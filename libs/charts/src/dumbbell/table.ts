import type { Table } from '../drawing';
import { forDisplay, gapForDisplay } from '../for-display';
import { type DumbbellData, hasOthers, type Point } from './data';

type Cell = Table['rows'][number]['cells'][number];

const cell = (point: Point): Cell =>
  'value' in point ? { text: forDisplay(point.value, 2), n: point.n, missing: false } : { text: point.why, n: null, missing: true };

const gapCell = (gap: number | null): Cell =>
  gap === null ? { text: 'cannot be compared', n: null, missing: true } : { text: gapForDisplay(gap), n: null, missing: false };

/** Every figure of the chart, and in words why one is missing. */
export const table = (data: DumbbellData): Table => {
  const compares = hasOthers(data);
  return {
    caption: data.caption,
    columns: [...data.series.map(({ label }) => label), ...(compares ? ['Gap'] : [])],
    rows: data.rows.map(({ code, label, points, gap }) => ({
      code,
      label,
      cells: [...points.map(cell), ...(compares ? [gapCell(gap)] : [])],
    })),
  };
};
