import { SMALL } from '../text-sizes';
import { widthOf } from '../wrap';

export interface Spot {
  readonly code: string;
  readonly x: number;
  readonly y: number;
}

/** A code and where its middle stands, at its mark or led to it. */
export interface Placed extends Spot {
  readonly at: { readonly x: number; readonly y: number };
  readonly led: boolean;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const MARK = 14;
const HEIGHT = 15;
const NEAREST = 15;
const STEP = 4;
const DIRECTIONS = 16;

const meet = (a: Box, b: Box): boolean => Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;

const within = (one: Box, side: Box): boolean =>
  Math.abs(one.x - side.x) <= (side.width - one.width) / 2 && Math.abs(one.y - side.y) <= (side.height - one.height) / 2;

/** Places round a spot, the nearest first, from the right upwards and round. */
const around = ({ x, y }: Spot, furthest: number): { x: number; y: number; distance: number }[] =>
  Array.from({ length: Math.ceil((furthest - NEAREST) / STEP) * DIRECTIONS }, (_, step) => {
    const distance = NEAREST + Math.floor(step / DIRECTIONS) * STEP;
    const angle = ((step % DIRECTIONS) / DIRECTIONS) * 2 * Math.PI;
    return { x: x + Math.cos(angle) * distance * 1.1, y: y - Math.sin(angle) * distance, distance };
  });

/**
 * Finds for each spot the nearest place in the plot where its code covers no mark and no other code.
 *
 * @param side of the square plot; the spots are given from its top left corner
 */
export const placeCodes = (spots: readonly Spot[], side: number): Placed[] => {
  const plot: Box = { x: side / 2, y: side / 2, width: side, height: side };
  const marks = spots.map(({ x, y }): Box => ({ x, y, width: MARK, height: MARK }));
  return spots.reduce<Placed[]>((placed, spot) => {
    const box = (at: { x: number; y: number }): Box => ({ ...at, width: widthOf(spot.code, SMALL) + 4, height: HEIGHT });
    const taken = [...marks, ...placed.map(({ at, code }): Box => ({ ...at, width: widthOf(code, SMALL) + 4, height: HEIGHT }))];
    const free = around(spot, side * 1.5).find((at) => within(box(at), plot) && !taken.some((one) => meet(box(at), one)));
    const at = free ?? { x: spot.x, y: spot.y, distance: 0 };
    return [...placed, { ...spot, at: { x: at.x, y: at.y }, led: at.distance > NEAREST + STEP }];
  }, []);
};
