import { afterCodes } from '../code-column';
import { drawnWidth, NARROW } from '../text-sizes';
import type { HeatMapData } from './data';

/** Where everything stands: cells beside the labels, or codes, where there is room, below them where there is not. */
export interface Frame {
  readonly width: number;
  readonly narrow: boolean;
  /** Above and below a row. */
  readonly padding: number;
  readonly label: { readonly x: number; readonly width: number };
  readonly cells: { readonly from: number; readonly each: number };
}

export const frame = (data: HeatMapData, asked: number): Frame => {
  const width = drawnWidth(asked);
  const coded = data.rows.every(({ label }) => label === '');
  const narrow = !coded && width < NARROW;
  const code = afterCodes(data.rows);
  const beside = coded ? code : Math.round(width * 0.42) + 16;
  const from = narrow ? 0 : beside;
  const labelEnd = narrow ? width : from - 16;
  return {
    width,
    narrow,
    padding: coded ? 3 : 8,
    label: { x: code, width: labelEnd - code },
    cells: { from, each: (width - from) / Math.max(1, data.series.length) },
  };
};
