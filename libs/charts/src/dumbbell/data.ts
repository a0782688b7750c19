import type { Point, Scale, Series } from '../voices';

export interface DumbbellRow {
  readonly code: string;
  readonly label: string;
  /** In the order of the series. */
  readonly points: readonly Point[];
  /** self − all others in scale points; null where either is missing. */
  readonly gap: number | null;
  /** What the gap says, in a word or a few; null without a gap. */
  readonly verdict: string | null;
}

/** The leader's own view beside others', row by row, on one scale. Without a series of all others there is no gap either. */
export interface DumbbellData {
  readonly caption: string;
  readonly scale: Scale;
  readonly series: readonly Series[];
  readonly rows: readonly DumbbellRow[];
}

export const hasOthers = ({ series }: DumbbellData): boolean => series.some(({ voice }) => voice === 'others');
