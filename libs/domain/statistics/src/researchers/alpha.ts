import { mean, squares, sum, unlessRounding } from './moments';
import { spearmanBrown } from './spearman-brown';
import { columns, completeRows, isGiven, itemsOf, type Table } from './table';

/**
 * Internal consistency, Cronbach's α = J / (J − 1) · (1 − Σ s²item / s²total). Cronbach 1951, Psychometrika 16, 297–334; `alpha` of the R
 * package psych. Usually wanted: .70 and more, from 30 rows.
 *
 * @param table raters × items; raters with a null are left out
 * @returns up to 1, negative where items pull apart; unchanged when the table is shifted or stretched; null below 2 complete raters, below
 *   2 items, and where all totals are one
 */
export const alpha = (table: Table): number | null => {
  const rows = completeRows(table);
  const items = itemsOf(table);
  if (rows.length < 2 || items < 2) return null;
  const totals = unlessRounding(squares(rows.map(sum)), rows.flat());
  return totals === 0 ? null : (items / (items - 1)) * (1 - sum(columns(rows).map(squares)) / totals);
};

/**
 * Mean correlation (Pearson 1896) of all pairs of items.
 *
 * @param table as for alpha
 * @returns −1 … 1, unchanged when an item is shifted or stretched; null below 2 complete raters, below 2 items, and where an item has one
 *   rating from all
 */
export const averageInterItemR = (table: Table): number | null => {
  const items = columns(completeRows(table)).map(standardise);
  if (items.some((item) => item === null)) return null;
  const pairs = items.filter(isGiven).flatMap((item, at, all) => all.slice(at + 1).map((other) => correlation(item, other)));
  return mean(pairs);
};

/**
 * α as it would be if all items had one variance: J·r̄ / (1 + (J − 1)·r̄), r̄ the average inter-item correlation: Spearman–Brown.
 *
 * @param table as for alpha
 * @returns up to 1; unchanged when an item is shifted or stretched; null where r̄ is, and where the standardised totals are all one
 */
export const standardisedAlpha = (table: Table): number | null => {
  const r = averageInterItemR(table);
  return r === null ? null : spearmanBrown(r, itemsOf(table));
};

/** Values less their mean, at length 1; null where they do not vary. */
const standardise = (values: readonly number[]): number[] | null => {
  const centre = mean(values);
  const length = Math.sqrt(squares(values));
  return centre === null || length === 0 ? null : values.map((value) => (value - centre) / length);
};

const correlation = (a: readonly number[], b: readonly number[]): number =>
  Math.max(-1, Math.min(1, sum(a.map((value, at) => value * (b[at] ?? 0)))));
