/** An exact quotient of two whole numbers, not in lowest terms; `under` is above 0. */
export interface Ratio {
  readonly over: bigint;
  readonly under: bigint;
}

/** Null where either is no whole number that a double holds, or `under` is not above 0: such a figure says nothing. */
export const ratio = (over: number, under: number): Ratio | null =>
  Number.isSafeInteger(over) && Number.isSafeInteger(under) && under > 0 ? { over: BigInt(over), under: BigInt(under) } : null;

export const minus = (a: Ratio, b: Ratio): Ratio => ({ over: a.over * b.under - b.over * a.under, under: a.under * b.under });

/** The plain mean; null of none. */
export const meanOf = (ratios: readonly Ratio[]): Ratio | null => {
  if (ratios.length === 0) return null;
  const sum = ratios.reduce((a, b) => ({ over: a.over * b.under + b.over * a.under, under: a.under * b.under }));
  return { over: sum.over, under: sum.under * BigInt(ratios.length) };
};

export const size = ({ over, under }: Ratio): Ratio => ({ over: over < 0n ? -over : over, under });

/** Below 0 where `a` is smaller, 0 where they are equal. */
export const compare = (a: Ratio, b: Ratio): number => {
  const { over } = minus(a, b);
  return over < 0n ? -1 : over > 0n ? 1 : 0;
};
