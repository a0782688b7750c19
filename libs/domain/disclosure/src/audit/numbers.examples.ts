import type { PublishedNumber, Term } from './published-number';

/** The plain mean of the ratings of these colleagues on one behaviour. */
export const meanOf = (raters: readonly number[], behaviour = '1.1'): PublishedNumber => ({
  name: `${behaviour} of ${raters.join(', ')}`,
  terms: raters.map((rater): Term => ({ rater, behaviour, over: 1, under: raters.length })),
});

/** The plain mean of other means. */
export const meanOfMeans = (...means: readonly PublishedNumber[]): PublishedNumber => ({
  name: `mean of ${means.map(({ name }) => name).join(' and ')}`,
  terms: means.flatMap(({ terms }) => terms.map((term) => ({ ...term, under: term.under * means.length }))),
});

/** Whole numbers from `first`, as many as `count`: colleagues who stand beside each other in the roster. */
export const colleagues = (count: number, first = 0): readonly number[] => Array.from({ length: count }, (_, index) => first + index);
