/** Numbers in 0 … 1 that look like chance and are the same every time: the sample is one and the same for everybody. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
