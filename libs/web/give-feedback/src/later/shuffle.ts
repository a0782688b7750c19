/** In an order that nobody can guess (Fisher and Yates). */
export const shuffled = <Item>(items: readonly Item[]): Item[] => {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = below(last + 1);
    [mixed[last], mixed[other]] = [mixed[other] as Item, mixed[last] as Item];
  }
  return mixed;
};

/** Evenly from 0 up to, but not including, a small number: the remainder of 32 random bits is even enough. */
const below = (end: number): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % end;
