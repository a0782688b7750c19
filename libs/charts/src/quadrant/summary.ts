import type { QuadrantData } from './data';
import { regionInWords, regionOf, type Region } from './regions';

const order: readonly Region[] = ['both', 'others', 'self', 'neither'];

/** Which rows stand where, in one sentence by their codes, and how many cannot be compared. */
export const summary = (data: QuadrantData): string => {
  const found = order.flatMap((region) => {
    const codes = data.rows.filter((row) => regionOf(row, data) === region).map(({ code }) => code);
    return codes.length > 0 ? [`${regionInWords[region].toLowerCase()}: ${codes.join(', ')}`] : [];
  });
  const left = data.rows.filter((row) => regionOf(row, data) === null).length;
  if (found.length === 0) return 'Self and all others cannot be compared here: one of the two is missing on every line.';
  const sentence = `Self against all others, high from ${data.highFrom}: ${found.join('; ')}`;
  return left > 0 ? `${sentence}; ${left} of ${data.rows.length} cannot be compared.` : `${sentence}.`;
};
