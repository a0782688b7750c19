import { scaleLinear } from 'd3-scale';
import { drawnWidth } from '../text-sizes';
import { endsOf } from '../voices';
import type { QuadrantData } from './data';

/** Wider than this a square says no more and takes a whole screen. */
const WIDEST = 480;
/** Room for the numbers of the upright scale, and for half a mark at every end. */
const NUMBERS = 22;
const INSET = 14;

/** A square plot, at the left of what it is given. */
export interface Frame {
  readonly width: number;
  readonly plot: { readonly left: number; readonly top: number; readonly side: number };
  readonly x: (self: number) => number;
  readonly y: (others: number) => number;
}

/** @param top where the plot begins, below everything that is written above it */
export const frame = ({ scale }: QuadrantData, asked: number, top: number): Frame => {
  const width = Math.min(drawnWidth(asked), WIDEST + NUMBERS);
  const side = width - NUMBERS;
  const axis = scaleLinear()
    .domain(endsOf(scale))
    .range([INSET, side - INSET]);
  return { width, plot: { left: NUMBERS, top, side }, x: (self) => NUMBERS + axis(self), y: (others) => top + side - axis(others) };
};
