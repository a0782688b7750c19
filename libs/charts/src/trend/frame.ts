import { scaleLinear } from 'd3-scale';
import { afterCodes } from '../code-column';
import { drawnWidth, NARROW } from '../text-sizes';
import { endsOf } from '../voices';
import type { TrendData } from './data';

export const PLOT = 76;
const NUMBERS = 18;
const INSET = 9;

/** Where everything stands: each row's plot beside its label where there is room, below it where there is not. */
export interface Frame {
  readonly width: number;
  readonly narrow: boolean;
  readonly label: { readonly x: number; readonly width: number };
  readonly plot: { readonly from: number; readonly to: number };
  /** Width of what may be said of one moment. */
  readonly moment: number;
  /** The middle of a moment's share of the plot. */
  readonly x: (moment: number) => number;
  /** Below the top of the plot. */
  readonly y: (value: number) => number;
}

export const frame = (data: TrendData, asked: number): Frame => {
  const width = drawnWidth(asked);
  const narrow = width < NARROW;
  const code = afterCodes(data.rows);
  const labelEnd = narrow ? width : Math.round(width * 0.42);
  const plot = { from: (narrow ? 0 : labelEnd + 16) + NUMBERS, to: width };
  const moment = (plot.to - plot.from) / Math.max(1, data.moments.length);
  const upright = scaleLinear()
    .domain(endsOf(data.scale))
    .range([PLOT - INSET, INSET]);
  return {
    width,
    narrow,
    label: { x: code, width: labelEnd - code },
    plot,
    moment,
    x: (index) => plot.from + (index + 0.5) * moment,
    y: (value) => upright(value),
  };
};
