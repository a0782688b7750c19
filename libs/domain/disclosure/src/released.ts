/** Why a number is not shown. `audit`: set by the independent check of a finished report. */
export type WithheldReason = 'too_few' | 'too_few_saw_it' | 'group_left_out' | 'audit';

export interface Withheld {
  readonly withheld: WithheldReason;
}

declare const mark: unique symbol;

/**
 * What may leave the seal. The mark exists for the compiler only and its symbol is not exported: a plain object with the same
 * fields is refused wherever something released is asked for, so that no number or comment reaches a report around these rules.
 */
export type Released<T> = T & { readonly [mark]: true };

/** The ratings of one line of the report on one behaviour, as nothing more than counts. */
export interface CellCounts {
  /** Raters per point of the scale, lowest point first; as long as the scale. */
  readonly counts: readonly number[];
  /** Confidential raters with a rating on this behaviour: the sum of `counts`, at least k. */
  readonly n: number;
}

export type Cell = Released<CellCounts> | Withheld;

/** Comments on one quality, pooled over all confidential groups, each list in an order of its own that says nothing. */
export interface PooledComments {
  readonly quality: string;
  readonly seen: readonly string[];
  readonly help: readonly string[];
}

/** One entry for each quality of the framework, in its order, also where nobody wrote. */
export type Comments = Released<{ readonly qualities: readonly PooledComments[] }> | { readonly withheld: 'too_few' };

export const isWithheld = (value: object): value is Withheld => 'withheld' in value;

/** Puts the mark on. Not exported from the library: only the rules beside this file release anything. */
export const release = <T>(value: T): Released<T> => value as Released<T>;
