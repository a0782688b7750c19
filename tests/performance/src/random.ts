const MODULUS = 2 ** 31 - 1;

/** The same numbers between 0 and 1 for the same seed, a whole number from 1: Lehmer's generator with the multiplier of Park and Miller 1993. */
export function random(seed: number): () => number {
  let state = seed % MODULUS;
  return () => {
    state = (state * 48_271) % MODULUS;
    return state / MODULUS;
  };
}
