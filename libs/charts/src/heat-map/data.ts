import type { Point, Scale, Series } from '../voices';

/** Every shown cell of one report: rows are behaviours or qualities, columns are who speaks. Never of several leaders. */
export interface HeatMapData {
  readonly caption: string;
  readonly scale: Scale;
  readonly series: readonly Series[];
  readonly rows: readonly {
    readonly code: string;
    /** Empty in every row: lines are told apart by their codes alone, and stand closer. */
    readonly label: string;
    /** In the order of the series. */
    readonly points: readonly Point[];
  }[];
}
