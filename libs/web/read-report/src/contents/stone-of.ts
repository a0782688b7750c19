import { facetsOf } from '@facet/web-kit';

/** One facet of the stone: its outline, and the place of the code on it. */
export interface Facet {
  readonly points: string;
  readonly x: number;
  readonly y: number;
}

const middle = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The cut stone with a facet for each of `count` qualities, clockwise from the top, in a square of 100. */
export const stoneOf = (count: number): Facet[] =>
  facetsOf(count).map((points) => {
    const corners = points.split(' ').map((corner) => corner.split(',').map(Number));
    return { points, x: middle(corners.map(([x = 0]) => x)), y: middle(corners.map(([, y = 0]) => y)) };
  });
