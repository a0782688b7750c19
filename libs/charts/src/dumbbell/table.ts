import type { Table } from '../drawing';
import { forDisplay, gapForDisplay } from '../for-display';
import type { DumbbellData, Point } from './data';

type Cell = Table['rows'][number]['cells'][number];

const cell = (point: Point): Cell =>
  'value' in point ? { text: forDisplay(point.value, 2), n: point.n, missing: false } : { text: point.why, n: null, missing: true };

const gapCell = (gap: number | null): Cell =>
  gap === null ? { text: 'cannot be compared', n: null, missing: true } : { text: gapForDisplay(gap), n: null, missing: false };

/** Every figure of the chart, and in words why one is missing. */
export const table = ({ caption, series, rows }: DumbbellData): Table => ({
  caption,
  columns: [...series.map(({ label }) => label), 'Gap'],
  rows: rows.map(({ code, label, points, gap }) => ({ code, label, cells: [...points.map(cell), gapCell(gap)] })),
});
