/** Who speaks: each has a mark of its own shape, so that colour is never needed. */
export type Voice = 'self' | 'others' | 'line_manager' | 'peer' | 'direct_report' | 'other' | 'together';

export interface Series {
  readonly voice: Voice;
  readonly label: string;
}

/** A value on the scale with the raters behind it (null: one person under their name), or in words why there is none. */
export type Point = { readonly value: number; readonly n: number | null } | { readonly why: string };

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
  /** The framework's scale, lowest point first, values consecutive. */
  readonly scale: readonly { readonly value: number; readonly label: string }[];
  readonly series: readonly Series[];
  readonly rows: readonly DumbbellRow[];
}

export const valueOf = (point: Point | undefined): number | null => (point !== undefined && 'value' in point ? point.value : null);

export const hasOthers = ({ series }: DumbbellData): boolean => series.some(({ voice }) => voice === 'others');
