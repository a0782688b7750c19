import { spearmanBrown } from '../researchers/spearman-brown';
import type { ChanceTable } from './chance/chance-table';
import { points4 } from './chance/points-4';
import { points5 } from './chance/points-5';
import { points6 } from './chance/points-6';
import { points7 } from './chance/points-7';

/** By A: every length that a framework's scale may have. */
const tables = new Map<number, ChanceTable>([
  [4, points4],
  [5, points5],
  [6, points6],
  [7, points7],
]);

const fewestRaters = 5;
const mostRaters = 60;
const mostBehaviours = 20;

/**
 * The spreads at which chance stands, for n raters and J behaviours on A points: below `p95`, rWG(J) lies above the 95th percentile of
 * chance; above `p50`, it lies below the 50th.
 *
 * More than 60 raters or 20 behaviours are set against the entry for 60 or 20, in proportion: chance agrees less the more there are of
 * either, so that the 95th percentile is harder to pass than it need be, never easier.
 *
 * @returns null below 5 raters, without behaviours, and for an A that no framework has
 */
export const chanceSpreads = (
  raters: number,
  behaviours: number,
  points: number,
): { readonly p95: number; readonly p50: number } | null => {
  const [n, items] = [Math.min(raters, mostRaters), Math.min(behaviours, mostBehaviours)];
  const table = tables.get(points);
  const p95 = table?.p95[items - 1]?.[n - fewestRaters];
  const p50 = table?.p50[items - 1]?.[n - fewestRaters];
  if (p95 === undefined || p50 === undefined) return null;
  const proportion = (raters * (raters - 1) * behaviours) / (n * (n - 1) * items);
  return { p95: p95 * proportion, p50: p50 * proportion };
};

/**
 * The same to read: the rWG(J) that one in twenty, and one in two, of such groups reach by throwing a die. 0 … 1, with the floor at 0
 * that rWG(J) has; null as above.
 */
export const chanceOf = (raters: number, behaviours: number, points: number): { readonly p95: number; readonly p50: number } | null => {
  const spreads = chanceSpreads(raters, behaviours, points);
  if (spreads === null) return null;
  const byChance = (raters * (raters - 1) * behaviours * (points * points - 1)) / 12;
  const rwgJ = (spread: number): number => spearmanBrown(Math.max(0, 1 - spread / byChance), behaviours) ?? 0;
  return { p95: rwgJ(spreads.p95), p50: rwgJ(spreads.p50) };
};
