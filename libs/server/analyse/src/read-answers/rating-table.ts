import { limits, type Rating } from '@facet/domain-framework';

/** As many as the largest framework has. */
export const mostBehaviours = limits.qualities.most * limits.behaviours.most;

/** More than any scale's highest point, so that a line and a rating on it fit into one number. */
const notObserved = 0;
const places = limits.points.most + 1;

/**
 * The ratings of a whole file and the lines on which they stand, by rater (a number from 0) and behaviour. Each is one whole number
 * under another: a hundred thousand take a few megabytes, where objects would take a hundred.
 */
export class RatingTable {
  readonly #codes = new Map<string, number>();
  readonly #ratings = new Map<number, number>();

  /** Codes in the order in which they first came. */
  get behaviours(): Iterable<string> {
    return this.#codes.keys();
  }

  /** The line on which this rater rates this behaviour; null where they do not. */
  lineOf(rater: number, behaviour: string): number | null {
    const found = this.#find(rater, behaviour);
    return found === undefined ? null : Math.floor(found / places);
  }

  /** False, and nothing changed, where there would be more behaviours than any framework has. */
  add(rater: number, behaviour: string, rating: Rating, line: number): boolean {
    const code = this.#codes.get(behaviour) ?? this.#codes.size;
    if (code === mostBehaviours) return false;
    this.#codes.set(behaviour, code);
    this.#ratings.set(rater * mostBehaviours + code, line * places + (rating ?? notObserved));
    return true;
  }

  /** One rater's ratings, in the order of `behaviours`: null = not observed; what they have no row for is absent. */
  ratingsOf(rater: number, behaviours: readonly string[]): Record<string, Rating> {
    const ratings: Record<string, Rating> = {};
    for (const behaviour of behaviours) {
      const found = this.#find(rater, behaviour);
      if (found !== undefined) ratings[behaviour] = found % places === notObserved ? null : found % places;
    }
    return ratings;
  }

  #find(rater: number, behaviour: string): number | undefined {
    const code = this.#codes.get(behaviour);
    return code === undefined ? undefined : this.#ratings.get(rater * mostBehaviours + code);
  }
}
