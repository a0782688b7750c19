import { oneWay } from './intraclass';
import { mean, quotient, squares, sum, unlessRounding } from './moments';
import { columns, completeRows, itemsOf, type Table } from './table';

/** Mean squares of n targets rated by the same k judges, and the six reliabilities made of them; null where undefined. */
export interface ShroutFleiss {
  /** Between targets, within targets, between judges, and what is left. In squared units of the ratings. */
  readonly msb: number;
  readonly msw: number;
  readonly msj: number;
  readonly mse: number;
  /** Of one judge's rating: judges differ from target to target; are a sample of all judges; are all there are. */
  readonly icc1: number | null;
  readonly icc2: number | null;
  readonly icc3: number | null;
  /** Of the mean of all k judges, in the same order. */
  readonly icc1k: number | null;
  readonly icc2k: number | null;
  readonly icc3k: number | null;
}

/**
 * The six intraclass correlations of Shrout & Fleiss 1979, Psychological Bulletin 86, 420–428:
 *
 *     ICC(1,1) = (MSB − MSW) / (MSB + (k − 1)·MSW)                       ICC(1,k) = (MSB − MSW) / MSB
 *     ICC(2,1) = (MSB − MSE) / (MSB + (k − 1)·MSE + k·(MSJ − MSE) / n)   ICC(2,k) = (MSB − MSE) / (MSB + (MSJ − MSE) / n)
 *     ICC(3,1) = (MSB − MSE) / (MSB + (k − 1)·MSE)                       ICC(3,k) = (MSB − MSE) / MSB
 *
 * @param table targets × judges; targets with a null are left out
 * @returns each up to 1, negative where targets differ less than chance lets them; all unchanged when the whole table is shifted or
 *   stretched, the third forms also when one judge's column is shifted. Null below 2 complete targets or 2 judges
 */
export const shroutFleiss = (table: Table): ShroutFleiss | null => {
  const rows = completeRows(table);
  const [n, k] = [rows.length, itemsOf(table)];
  const byTarget = k < 2 ? null : oneWay(rows);
  if (byTarget === null) return null;
  const { msb, msw } = byTarget;
  const { msj, mse } = judges(rows);
  return {
    msb,
    msw,
    msj,
    mse,
    icc1: quotient(msb - msw, [msb, (k - 1) * msw]),
    icc2: quotient(msb - mse, [msb, (k - 1) * mse, (k * msj) / n, (-k * mse) / n]),
    icc3: quotient(msb - mse, [msb, (k - 1) * mse]),
    icc1k: quotient(msb - msw, [msb]),
    icc2k: quotient(msb - mse, [msb, msj / n, -mse / n]),
    icc3k: quotient(msb - mse, [msb]),
  };
};

/** Mean squares between judges, and of what neither target nor judge explains. */
const judges = (rows: readonly (readonly number[])[]): { msj: number; mse: number } => {
  const values = rows.flat();
  const centre = mean(values) ?? 0;
  const judgeMeans = columns(rows).map((column) => mean(column) ?? 0);
  const residuals = rows.flatMap((row) => {
    const target = mean(row) ?? 0;
    return row.map((value, judge) => value - target - (judgeMeans[judge] ?? 0) + centre);
  });
  const [n, k] = [rows.length, judgeMeans.length];
  return {
    msj: unlessRounding(n * squares(judgeMeans), values) / (k - 1),
    mse: unlessRounding(sum(residuals.map((residual) => residual ** 2)), values) / ((n - 1) * (k - 1)),
  };
};
