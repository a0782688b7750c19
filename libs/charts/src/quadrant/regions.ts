import { valueOf } from '../voices';
import type { QuadrantData, QuadrantRow } from './data';

export type Region = 'others' | 'both' | 'neither' | 'self';

/** Neutral: which of the two views is right is not for a chart to say. */
export const regionInWords: Readonly<Record<Region, string>> = {
  others: 'Others high, self not',
  both: 'Both high',
  neither: 'Neither high',
  self: 'Self high, others not',
};

/** Where a row stands; null where one of its two values is missing. */
export const regionOf = ({ self, others }: QuadrantRow, { highFrom }: QuadrantData): Region | null => {
  const [x, y] = [valueOf(self), valueOf(others)];
  if (x === null || y === null) return null;
  if (y >= highFrom) return x >= highFrom ? 'both' : 'others';
  return x >= highFrom ? 'self' : 'neither';
};
