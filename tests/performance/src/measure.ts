import { performance } from 'node:perf_hooks';

/** Milliseconds: the middle one of several runs, the fastest and the slowest. */
export interface Measured {
  readonly median: number;
  readonly fastest: number;
  readonly slowest: number;
}

/** Runs the pieces of work in turn, so that whatever else the machine does meets all of them, after one run of each that is not counted. */
export function measureInTurn(runs: number, works: readonly (() => unknown)[]): Measured[] {
  const times = works.map((): number[] => []);
  for (let run = 0; run <= runs; run++)
    works.forEach((work, index) => {
      const begun = performance.now();
      work();
      if (run > 0) times[index]?.push(performance.now() - begun);
    });
  return times.map(middle);
}

/** Of at least one figure. */
export function middle(taken: readonly number[]): Measured {
  const sorted = taken.toSorted((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? NaN, fastest: sorted[0] ?? NaN, slowest: sorted.at(-1) ?? NaN };
}
