/**
 * Arithmetic modulo the largest prime below 2^26: the product of two residues stays below 2^52, so doubles hold it exactly. Residues
 * are whole numbers from 0 to `PRIME` − 1.
 */
export const PRIME = 67_108_859;

const residue = (value: number): number => {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number that a double holds exactly.`);
  return ((value % PRIME) + PRIME) % PRIME;
};

export const times = (a: number, b: number): number => (a * b) % PRIME;
export const minus = (a: number, b: number): number => (a < b ? a - b + PRIME : a - b);

/** By Fermat's little theorem: a^(p − 2) · a = 1. */
export const inverse = (a: number): number => {
  if (a === 0) throw new RangeError('Zero has no inverse.');
  let result = 1;
  let power = a;
  for (let exponent = PRIME - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = times(result, power);
    power = times(power, power);
  }
  return result;
};

/** @throws RangeError where `under` is not from 1 to the prime − 1, or `over` is not a safe whole number */
export const residueOf = (over: number, under: number): number => {
  if (!(under >= 1 && under < PRIME)) throw new RangeError(`A weight with the denominator ${under}.`);
  return times(residue(over), inverse(residue(under)));
};
