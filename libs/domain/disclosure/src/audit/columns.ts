import { inverse, minus, residueOf, times } from './prime-field';
import type { PublishedNumber } from './published-number';

/** Ratings that enter every published number in the same proportions: to whoever reads the numbers they are one sum. */
export interface Column {
  /** The weight of these ratings in each published number, up to a common factor. */
  readonly weights: readonly number[];
  readonly raters: ReadonlySet<number>;
}

interface Rated {
  readonly rater: number;
  readonly weights: number[];
}

const plus = (a: number, b: number): number => minus(a, minus(0, b));

/** The weights of each single rating, by rater and behaviour. */
const ratingsIn = (numbers: readonly PublishedNumber[], known: ReadonlySet<number>): Iterable<Rated> => {
  const ratings = new Map<string, Rated>();
  numbers.forEach(({ terms }, row) => {
    for (const { rater, behaviour, over, under } of terms) {
      if (known.has(rater)) continue;
      const key = `${rater} ${behaviour}`;
      const rating = ratings.get(key) ?? { rater, weights: Array<number>(numbers.length).fill(0) };
      rating.weights[row] = plus(rating.weights[row] ?? 0, residueOf(over, under));
      ratings.set(key, rating);
    }
  });
  return ratings.values();
};

/** Scaled so that the first weight is 1; null where the rating enters nothing. */
const proportions = (weights: readonly number[]): readonly number[] | null => {
  const first = weights.find((weight) => weight !== 0);
  if (first === undefined) return null;
  const factor = inverse(first);
  return weights.map((weight) => times(weight, factor));
};

/**
 * The columns of the matrix whose rows are the published numbers, parallel ones as one: a combination of the numbers is zero on all
 * of them or on none, and multiples of a column change no rank.
 *
 * @param known raters whose ratings the reader knows and can subtract: they have no columns
 */
export const columnsOf = (numbers: readonly PublishedNumber[], known: ReadonlySet<number>): Column[] => {
  const columns = new Map<string, { weights: readonly number[]; raters: Set<number> }>();
  for (const { rater, weights } of ratingsIn(numbers, known)) {
    const same = proportions(weights);
    if (!same) continue;
    const key = same.join(' ');
    const column = columns.get(key) ?? { weights: same, raters: new Set() };
    columns.set(key, { ...column, raters: column.raters.add(rater) });
  }
  return [...columns.values()];
};
