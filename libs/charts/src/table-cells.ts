import type { Table } from './drawing';
import { forDisplay } from './for-display';
import type { Point } from './voices';

export type TableCell = Table['rows'][number]['cells'][number];

export const inWords = (text: string): TableCell => ({ text, n: null, note: null, missing: false });

/** What stands where there is no number: never empty. */
export const missing = (why: string): TableCell => ({ text: why, n: null, note: null, missing: true });

/** A value to two decimals with its raters, or why there is none. */
export const pointCell = (point: Point | undefined): TableCell => {
  if (point === undefined) return missing('not shown');
  return 'value' in point ? { text: forDisplay(point.value, 2), n: point.n, note: null, missing: false } : missing(point.why);
};
