import type { Table } from '../drawing';
import { gapForDisplay } from '../for-display';
import { inWords, missing, pointCell, type TableCell } from '../table-cells';
import { type DumbbellData, type DumbbellRow, hasOthers } from './data';

const gapCell = ({ gap, verdict }: DumbbellRow): TableCell =>
  gap === null ? missing('cannot be compared') : { ...inWords(gapForDisplay(gap)), note: verdict };

/** Every figure of the chart, and in words why one is missing. */
export const table = (data: DumbbellData): Table => {
  const compares = hasOthers(data);
  return {
    caption: data.caption,
    columns: [...data.series.map(({ label }) => label), ...(compares ? ['Gap'] : [])],
    rows: data.rows.map((row) => ({
      code: row.code,
      label: row.label,
      cells: [...row.points.map(pointCell), ...(compares ? [gapCell(row)] : [])],
    })),
  };
};
