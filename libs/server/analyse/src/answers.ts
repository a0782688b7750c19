import type { Framework, Rating } from '@facet/domain-framework';
import type { GroupCode } from '@facet/domain-round';

/** What one rater gave about one leader. Who the rater is ends with the reading: no name and no id goes on from there. */
export interface RaterAnswers {
  readonly group: GroupCode;
  /** By behaviour code; null = not observed, absent = no row. */
  readonly ratings: Readonly<Record<string, Rating>>;
}

export interface LeaderAnswers {
  readonly leader: string;
  /** Everyone with a row, in the natural order of their ids, whatever the order of the rows. */
  readonly raters: readonly RaterAnswers[];
  /** How many comments confidential raters wrote about the leader; their text is not kept. */
  readonly comments: { readonly seen: number; readonly help: number };
}

export interface Answers {
  readonly framework: Framework;
  /** In the order in which they first stand in the file; to be gone through once. */
  readonly leaders: Iterable<LeaderAnswers>;
}
