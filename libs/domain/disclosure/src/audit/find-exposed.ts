import { type Column, columnsOf } from './columns';
import { echelon, spanAll } from './echelon';
import type { PublishedNumber } from './published-number';

export interface Viewer {
  /** Confidential colleagues whose ratings the reader knows, as indices into the roster: a reader who answered knows their own. */
  readonly knows: readonly number[];
}

/** Confidential colleagues, as indices into the roster in rising order, whom a combination of published numbers leaves alone. */
export type Exposed = readonly number[];

const within = (raters: ReadonlySet<number>, set: ReadonlySet<number>): boolean => {
  if (raters.size > set.size) return false;
  for (const rater of raters) if (!set.has(rater)) return false;
  return true;
};

/** Every set of `size` of the items, in the items' order. */
function* subsets<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  if (size === 0) yield [];
  else for (const [index, item] of items.entries()) for (const rest of subsets(items.slice(index + 1), size - 1)) yield [item, ...rest];
}

/**
 * Whether any combination of published numbers, other than one that comes to nothing, depends on fewer than `minimum` confidential
 * colleagues whom the reader does not know.
 *
 * Let M be the matrix with a row for each published number and a column for each rating that the reader does not know. A combination
 * of the numbers is a vector c, and what it says about the ratings is cM. For a set S of colleagues, those c for which cM is zero
 * outside S form a space of dimension rows − rank(M without S's columns); those for which cM is zero altogether one of rows − rank(M).
 * So a combination that depends on nobody outside S, and on somebody, exists if and only if rank(M) > rank(M without S).
 * If S is exposed then so is every set that holds S, so it is enough to ask sets of at most minimum − 1, smaller ones first.
 *
 * Three steps make this quick and leave the answer the same.
 * 1. Parallel columns count as one, held by all their colleagues (`columnsOf`). A column falls with S only if all who hold it are in S.
 * 2. M is brought into echelon form with the columns that most colleagues hold first. Its row i alone has a 1 in pivot column i, so a
 *    combination of its rows is zero in that column only if row i takes no part. A combination within S therefore uses only rows whose
 *    pivot falls with S, and rows with a pivot held by `minimum` or more can never take part. In a report that keeps its promise every
 *    column is held by that many: no row is left, and nothing remains to be searched.
 * 3. The rows of an echelon form are independent, so some of them combine to something that is zero outside S if and only if, cut down
 *    to the columns that do not fall with S, they are dependent: if those columns, cut down to these rows, do not span everything.
 *
 * The rank is taken modulo a prime of 26 bits. It can differ from the rank over the rationals only where the prime divides a minor of
 * M. The entries are fractions of numbers of raters and behaviours, whatever the ratings were, so nobody's answers can bring that about.
 *
 * @param minimum k, 2 or more
 * @returns each exposed set of the smallest size at which there is one; empty: nobody is exposed
 */
export const findExposed = (numbers: readonly PublishedNumber[], minimum: number, { knows }: Viewer): Exposed[] => {
  const columns = columnsOf(numbers, new Set(knows)).toSorted((a, b) => b.raters.size - a.raters.size);
  const { rows, pivots } = echelon(numbers.map((_, row) => columns.map(({ weights }) => weights.get(row) ?? 0)));
  const open = rows.flatMap((row, index) => {
    const holders = columns[pivots[index] ?? -1]?.raters;
    return holders && holders.size < minimum ? [{ row, holders }] : [];
  });
  if (open.length === 0) return [];

  function* outside(set: ReadonlySet<number>, usable: typeof open): Generator<readonly number[]> {
    for (const [index, { raters }] of columns.entries()) if (!within(raters, set)) yield usable.map(({ row }) => row[index] ?? 0);
  }
  const isExposed = (set: ReadonlySet<number>): boolean => {
    const usable = open.filter(({ holders }) => within(holders, set));
    return usable.length > 0 && !spanAll(usable.length, outside(set, usable));
  };
  // Columns fall only with all their colleagues: somebody who holds none that can fall adds nothing to a set.
  const few: readonly Column[] = columns.filter(({ raters }) => raters.size < minimum);
  const asked = [...new Set(few.flatMap(({ raters }) => [...raters]))].sort((a, b) => a - b);
  for (let size = 1; size < minimum; size += 1) {
    const exposed: Exposed[] = [];
    for (const set of subsets(asked, size)) if (isExposed(new Set(set))) exposed.push(set);
    if (exposed.length > 0) return exposed;
  }
  return [];
};
