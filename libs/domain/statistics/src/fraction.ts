/**
 * An exact quotient of two whole numbers, in lowest terms, denominator above 0.
 *
 * Means are kept exact until a person reads them: the same mean summed in another order as floating point can fall on the other
 * side of a half (3.1 + 3.2 + 3.2 + 3.2 over 4 is 3.175 and must read 3.18 on every surface).
 */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const greatestDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestDivisor(b, a % b));

/** `numerator` / `denominator` in lowest terms. Refuses a denominator below 1. */
export const fraction = (numerator: bigint, denominator: bigint): Fraction => {
  if (denominator < 1n) throw new RangeError(`A fraction needs a denominator of at least 1, not ${denominator.toString()}.`);
  const divisor = greatestDivisor(numerator < 0n ? -numerator : numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
};

/** A whole number as a fraction. Refuses anything that is not a whole number. */
export const whole = (value: number): Fraction => fraction(BigInt(value), 1n);

export const plus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { numerator: -b.numerator, denominator: b.denominator });

export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.numerator * b.numerator, a.denominator * b.denominator);

export const below = (a: Fraction, b: Fraction): boolean => a.numerator * b.denominator < b.numerator * a.denominator;
export const atLeast = (a: Fraction, b: Fraction): boolean => !below(a, b);

/** The nearest double, or null for null. Ready for JSON; nothing is computed from it afterwards. */
export const toNumber = <T extends Fraction | null>(value: T): T extends null ? null : number =>
  (value === null ? null : Number(value.numerator) / Number(value.denominator)) as T extends null ? null : number;
