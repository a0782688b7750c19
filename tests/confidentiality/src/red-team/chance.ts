/** Chances of 0, 1, 2, … hits; they sum to 1. */
export type Distribution = readonly number[];

/**
 * Hits of somebody who links `tried` answers to as many different people, knowing nothing: every way in which `people` colleagues
 * could have written them is equally likely. The number of fixed points of a random matching, by inclusion and exclusion
 * (for tried = people the problem of coincidences: de Montmort 1713).
 */
export function blindLinks(tried: number, people: number): Distribution {
  return Array.from({ length: tried + 1 }, (_, hits) => {
    let sum = 0;
    for (let more = 0; more <= tried - hits; more++)
      sum += (more % 2 === 0 ? 1 : -1) * choose(tried - hits, more) * allRight(hits + more, people);
    return choose(tried, hits) * sum;
  });
}

/** The chance that so many given links are all right: 1 / (people · (people − 1) · …). */
const allRight = (links: number, people: number): number =>
  Array.from({ length: links }, (_, at) => people - at).reduce((chance, ways) => chance / ways, 1);

const choose = (from: number, some: number): number =>
  Array.from({ length: some }, (_, at) => (from - at) / (at + 1)).reduce((ways, step) => ways * step, 1);

/**
 * Hits of somebody who guesses the ratings of people of one cell, knowing only its counts: every way in which its ratings could be
 * spread over its people is equally likely. `counts` by value; one guess a person.
 */
export function blindRatings(guesses: readonly number[], counts: ReadonlyMap<number, number>): Distribution {
  const known = new Map<string, Distribution>();
  const from = (at: number, left: ReadonlyMap<number, number>): Distribution => {
    const guess = guesses[at];
    if (guess === undefined) return [1];
    const key = `${at} ${[...left].join(' ')}`;
    const before = known.get(key);
    if (before) return before;
    const total = [...left.values()].reduce((sum, count) => sum + count, 0);
    const parts = [...left].filter(([, count]) => count > 0);
    const result = parts.reduce<Distribution>((sum, [value, count]) => {
      const rest = from(at + 1, new Map(left).set(value, count - 1));
      const chances = rest.map((chance) => (chance * count) / total);
      return added(sum, value === guess ? [0, ...chances] : chances);
    }, []);
    known.set(key, result);
    return result;
  };
  return from(0, counts);
}

const added = (one: Distribution, other: Distribution): Distribution =>
  Array.from({ length: Math.max(one.length, other.length) }, (_, at) => (one[at] ?? 0) + (other[at] ?? 0));

/** The sum of independent numbers of hits. */
export function together(parts: readonly Distribution[]): Distribution {
  return parts.reduce<Distribution>(
    (sum, part) => {
      const result = Array<number>(sum.length + part.length - 1).fill(0);
      for (const [one, chance] of sum.entries()) {
        // What is rarer than this would not be seen in the lifetime of the universe.
        if (chance < 1e-30) continue;
        for (const [other, more] of part.entries()) result[one + other] = (result[one + other] ?? 0) + chance * more;
      }
      return result;
    },
    [1],
  );
}

export interface Interval {
  readonly least: number;
  readonly most: number;
}

/** Outside it lies at most half of what `inside` leaves, on either side. */
export function central(chances: Distribution, inside: number): Interval {
  const tail = (1 - inside) / 2;
  const cut = (list: Distribution): number => {
    let sum = 0;
    return list.findIndex((chance) => (sum += chance) > tail);
  };
  return { least: cut(chances), most: chances.length - 1 - cut(chances.toReversed()) };
}
