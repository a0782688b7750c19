import type { Point, Scale, Series } from '../voices';

export interface TrendRow {
  readonly code: string;
  readonly label: string;
  /** One list for each series, each in the order of the moments. */
  readonly points: readonly (readonly Point[])[];
  /** What the change of the last series says, in a word or a few; null where there is nothing to say. */
  readonly verdict: string | null;
}

/** The same behaviours or qualities, by code, at several moments: rounds or pulses, the earliest first. */
export interface TrendData {
  readonly caption: string;
  readonly scale: Scale;
  readonly moments: readonly string[];
  /** At most self, line managers and all others: small groups over time are no business of a chart. */
  readonly series: readonly Series[];
  readonly rows: readonly TrendRow[];
}
