import type { Table } from '../drawing';
import { inWords, missing, pointCell } from '../table-cells';
import type { QuadrantData } from './data';
import { regionInWords, regionOf } from './regions';

/** Every figure of the chart, where each row stands in words, and in words why one stands nowhere. */
export const table = (data: QuadrantData): Table => ({
  caption: data.caption,
  columns: ['Self', 'All others', 'Where it stands'],
  rows: data.rows.map((row) => {
    const region = regionOf(row, data);
    const stands = region === null ? missing('cannot be compared') : { ...inWords(regionInWords[region]), note: row.verdict };
    return { code: row.code, label: row.label, cells: [pointCell(row.self), pointCell(row.others), stands] };
  }),
});
