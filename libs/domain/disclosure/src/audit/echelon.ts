import { inverse, minus, times } from './prime-field';

/** Rows of residues, all of one length. */
export type Rows = readonly (readonly number[])[];

export interface Echelon {
  /** Linearly independent rows that span what the given rows span. */
  readonly rows: Rows;
  /** For each row its pivot: the column in which it holds 1 and every other row 0. */
  readonly pivots: readonly number[];
}

const scaled = (row: readonly number[], factor: number): number[] => row.map((value) => times(value, factor));
const without = (row: readonly number[], pivotRow: readonly number[], column: number): readonly number[] => {
  const factor = row[column] ?? 0;
  return factor === 0 ? row : row.map((value, index) => minus(value, times(factor, pivotRow[index] ?? 0)));
};

/** Gauss and Jordan: the reduced row echelon form, which takes its pivots as far to the left as they can be. */
export const echelon = (given: Rows): Echelon => {
  let left: Rows = given;
  let rows: Rows = [];
  const pivots: number[] = [];
  const width = given[0]?.length ?? 0;
  for (let column = 0; column < width && left.length > 0; column += 1) {
    const found = left.findIndex((row) => row[column] !== 0);
    const chosen = left[found];
    if (!chosen) continue;
    const pivotRow = scaled(chosen, inverse(chosen[column] ?? 0));
    left = left.filter((_, index) => index !== found).map((row) => without(row, pivotRow, column));
    rows = [...rows.map((row) => without(row, pivotRow, column)), pivotRow];
    pivots.push(column);
  }
  return { rows, pivots };
};

/** Whether the vectors span the whole space of `dimension`; asks for no more of them than it needs. */
export const spanAll = (dimension: number, vectors: Iterable<readonly number[]>): boolean => {
  const basis: { readonly vector: readonly number[]; readonly pivot: number }[] = [];
  for (const vector of vectors) {
    const rest = basis.reduce((left, known) => without(left, known.vector, known.pivot), vector);
    const pivot = rest.findIndex((value) => value !== 0);
    if (pivot >= 0) basis.push({ vector: scaled(rest, inverse(rest[pivot] ?? 0)), pivot });
    if (basis.length === dimension) return true;
  }
  return false;
};
