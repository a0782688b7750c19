// node tools/chance-table.mjs: what rWG(J) reaches when everybody answers by throwing a die, for every number of raters, behaviours and
// points of the scale that a report may meet. Writes libs/domain/statistics/src/agreement/chance/points-4.ts and so on; the same seed
// writes the same files.
//
// rWG(J) falls as the ratings spread, so its percentiles are kept as spreads: Σ over behaviours of n·Σr² − (Σr)², which is n(n − 1)
// times the sum of the variances. It is a whole number: no rounding decides whether a quality lies above or below chance.
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const DRAWS = 200_000;
const SEED = 1984; // the year of James, Demaree and Wolf
const POINTS = [4, 5, 6, 7]; // a framework's scale has no other length
const RATERS = { least: 5, most: 60 }; // with fewer, agreement is not reported
const BEHAVIOURS = 20; // a quality has no more

/** xoshiro128** of Blackman and Vigna, its state filled from the seed: whole numbers below `bound`. */
const dice = (seed) => {
  const state = Uint32Array.from({ length: 4 }, (_, index) => Math.imul(seed + index, 0x9e3779b1) ^ 0x85ebca6b);
  const rotate = (word, by) => (word << by) | (word >>> (32 - by));
  return (bound) => {
    const drawn = Math.imul(rotate(Math.imul(state[1], 5), 7), 9) >>> 0;
    const shifted = state[1] << 9;
    state[2] ^= state[0];
    state[3] ^= state[1];
    state[1] ^= state[2];
    state[0] ^= state[3];
    state[2] ^= shifted;
    state[3] = rotate(state[3], 11);
    return Math.floor((drawn / 2 ** 32) * bound);
  };
};

/** Counts of spreads, from 0 up to half as much again as chance makes of it on average; nothing above is asked for. */
const emptyHistogram = (points, raters, behaviours) =>
  new Uint32Array(Math.ceil((1.5 * raters * (raters - 1) * behaviours * (points ** 2 - 1)) / 12) + 1);

/** Histograms by raters and behaviours, all from the same draws: the first n rows and J columns of each matrix. */
const histograms = (points, roll) => {
  const found = Array.from({ length: RATERS.most + 1 }, (_, raters) =>
    Array.from({ length: BEHAVIOURS }, (__, at) => emptyHistogram(points, raters, at + 1)),
  );
  const sums = new Float64Array(BEHAVIOURS);
  const squares = new Float64Array(BEHAVIOURS);
  for (let draw = 0; draw < DRAWS; draw++) {
    sums.fill(0);
    squares.fill(0);
    for (let raters = 1; raters <= RATERS.most; raters++) {
      let spread = 0;
      for (let at = 0; at < BEHAVIOURS; at++) {
        const rating = 1 + roll(points);
        sums[at] += rating;
        squares[at] += rating * rating;
        spread += raters * squares[at] - sums[at] * sums[at];
        if (raters < RATERS.least) continue;
        const histogram = found[raters][at];
        if (spread < histogram.length) histogram[spread]++;
      }
    }
  }
  return found;
};

/** The largest spread that at least this share of the draws reach: the percentile of rWG(J) at the same share. */
const percentile = (histogram, share) => {
  let reached = DRAWS;
  let answer = 0;
  for (let spread = 0; spread < histogram.length && reached >= share * DRAWS; spread++) {
    if (histogram[spread] > 0) answer = spread;
    reached -= histogram[spread];
  }
  if (reached >= share * DRAWS) throw new Error('The histogram ends below the percentile.');
  return answer;
};

const options = await resolveConfig(new URL('../package.json', import.meta.url));
for (const points of POINTS) {
  const began = performance.now();
  const found = histograms(points, dice(SEED + points));
  const rows = (share) => Array.from({ length: BEHAVIOURS }, (_, at) => found.slice(RATERS.least).map((of) => percentile(of[at], share)));
  const text = `// Made by tools/chance-table.mjs: ${DRAWS} draws, seed ${SEED + points}. Not to be edited.
    import type { ChanceTable } from './chance-table';
    export const points${points}: ChanceTable = ${JSON.stringify({ p95: rows(0.95), p50: rows(0.5) })};`;
  const file = new URL(`../libs/domain/statistics/src/agreement/chance/points-${points}.ts`, import.meta.url);
  writeFileSync(file, await format(text, { ...options, parser: 'typescript' }));
  console.log(`${points} points: ${((performance.now() - began) / 1000).toFixed(1)} s`);
}
