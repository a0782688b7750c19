import { inverse, minus, residueOf, times } from './prime-field';
import type { PublishedNumber } from './published-number';

/** A rating enters few numbers of a report: its weights are kept without the zeros. */
export type Weights = ReadonlyMap<number, number>;

/** Ratings that enter every published number in the same proportions: to whoever reads the numbers they are one sum. */
export interface Column {
  /** The weight of these ratings by the index of a published number, up to a common factor; none where they do not enter it. */
  readonly weights: Weights;
  readonly raters: ReadonlySet<number>;
}

interface Rated {
  readonly rater: number;
  readonly weights: Map<number, number>;
}

const plus = (a: number, b: number): number => minus(a, minus(0, b));

/** The weights of each single rating, by rater and behaviour. */
const ratingsIn = (numbers: readonly PublishedNumber[], known: ReadonlySet<number>): Iterable<Rated> => {
  const ratings = new Map<string, Rated>();
  numbers.forEach(({ terms }, row) => {
    for (const { rater, behaviour, over, under } of terms) {
      if (known.has(rater)) continue;
      const key = `${rater} ${behaviour}`;
      const rating = ratings.get(key) ?? { rater, weights: new Map<number, number>() };
      rating.weights.set(row, plus(rating.weights.get(row) ?? 0, residueOf(over, under)));
      ratings.set(key, rating);
    }
  });
  return ratings.values();
};

/** Scaled so that the first weight is 1; null where the rating enters nothing. The numbers stand in rising order, as they were read. */
const proportions = (weights: Weights): Weights | null => {
  const entered = [...weights].filter(([, weight]) => weight !== 0);
  const [first] = entered;
  if (!first) return null;
  const factor = inverse(first[1]);
  return new Map(entered.map(([row, weight]) => [row, times(weight, factor)]));
};

/**
 * The columns of the matrix whose rows are the published numbers, parallel ones as one: a combination of the numbers is zero on all
 * of them or on none, and multiples of a column change no rank.
 *
 * @param known raters whose ratings the reader knows and can subtract: they have no columns
 */
export const columnsOf = (numbers: readonly PublishedNumber[], known: ReadonlySet<number>): Column[] => {
  const columns = new Map<string, { weights: Weights; raters: Set<number> }>();
  for (const { rater, weights } of ratingsIn(numbers, known)) {
    const same = proportions(weights);
    if (!same) continue;
    const key = [...same].join(' ');
    const column = columns.get(key) ?? { weights: same, raters: new Set() };
    columns.set(key, { ...column, raters: column.raters.add(rater) });
  }
  return [...columns.values()];
};
