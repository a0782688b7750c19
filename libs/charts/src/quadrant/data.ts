import type { Point, Scale } from '../voices';

export interface QuadrantRow {
  readonly code: string;
  readonly label: string;
  readonly self: Point;
  readonly others: Point;
  /** What the gap says, in a word or a few; null where there is none. */
  readonly verdict: string | null;
  /** The gap is large and beats its noise: drawn solid. What is in line or too close to call is drawn hollow. */
  readonly clear: boolean;
}

/** Self against all others, one point a row, and the line from which a score counts as high. */
export interface QuadrantData {
  readonly caption: string;
  readonly scale: Scale;
  /** In scale points, within the scale. */
  readonly highFrom: number;
  readonly rows: readonly QuadrantRow[];
}
