import { randomInt } from 'node:crypto';

/** Says which seed a test runs with, so that a failure can be seen again: FACET_SEED=… in the environment. */
export function seeded(what: string): () => number {
  const seed = Number(process.env['FACET_SEED'] ?? randomInt(2 ** 31));
  process.stderr.write(`${what}: FACET_SEED=${seed}\n`);
  return generator(seed);
}

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
