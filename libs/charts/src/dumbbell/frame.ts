import { scaleLinear } from 'd3-scale';
import { afterCodes } from '../code-column';
import { isGroup } from '../mark';
import { drawnWidth, NARROW } from '../text-sizes';
import { endsOf } from '../voices';
import { type DumbbellData, hasOthers } from './data';

/** Wide enough for a verdict such as “self higher” in small text. */
const GAP_COLUMN = 88;
const LANE = 24;
/** Room for half a mark at both ends of the scale. */
const INSET = 12;

/** Where everything stands for one width: beside each other where there is room, label above line where there is not. */
export interface Frame {
  readonly width: number;
  readonly narrow: boolean;
  /** Left edge and width of the labels' text, after the code. */
  readonly label: { readonly x: number; readonly width: number };
  /** Right edge and width of the gaps and what they say; null where nothing is compared. */
  readonly gap: { readonly x: number; readonly width: number } | null;
  /** Left and right end of the scale's line. */
  readonly plot: { readonly from: number; readonly to: number };
  /** Height of the dumbbell's lane and, where groups are shown, theirs. */
  readonly lanes: number;
  readonly x: (value: number) => number;
}

export const frame = (data: DumbbellData, asked: number): Frame => {
  const { scale, series } = data;
  const width = drawnWidth(asked);
  const narrow = width < NARROW;
  const gapColumn = hasOthers(data) ? GAP_COLUMN : 0;
  const code = afterCodes(data.rows);
  const labelEnd = narrow ? width - gapColumn : Math.round(width * 0.42);
  const plot = narrow ? { from: 0, to: width } : { from: labelEnd + 24, to: width - gapColumn };
  const axis = scaleLinear()
    .domain(endsOf(scale))
    .range([plot.from + INSET, plot.to - INSET]);
  return {
    width,
    narrow,
    label: { x: code, width: labelEnd - code },
    gap: hasOthers(data) ? { x: width, width: GAP_COLUMN - 8 } : null,
    plot,
    lanes: series.some(({ voice }) => isGroup(voice)) ? 2 * LANE - 4 : LANE,
    x: (value) => axis(value),
  };
};

export const laneOf = (grouped: boolean): number => (grouped ? LANE * 1.5 - 2 : LANE / 2);
