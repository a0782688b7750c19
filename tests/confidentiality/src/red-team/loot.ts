import type { GroupCode } from '@facet/contract';

/** Whatever an attacker can sort or compare by: several values where something left several traces. Absent: it left none. */
export type Marks = Readonly<Partial<Record<string, readonly number[]>>>;

/** A colleague who has answered, as the attacker knows them: from the list of the round, and from the traces they have left. */
export interface Person {
  readonly invitation: string;
  readonly group: GroupCode;
  readonly marks: Marks;
}

/** One comment as it is found after the seal. */
export interface Answer {
  readonly mark: string;
  readonly marks: Marks;
  /** Invitations that stand in one row, or in one record of the write-ahead log, with these words. */
  readonly besides: readonly string[];
}

/** Ratings added up, as a table or a report holds them: `group` is a group's code, `together`, or `all` with everyone in it. */
export interface PublishedNumber {
  readonly group: string;
  readonly behaviour: string;
  readonly n: number;
  readonly sum: number;
}

/** Everything that was taken of one round. The order of its lists says nothing. */
export interface LootedRound {
  readonly id: string;
  /** The confidential colleagues who have answered. */
  readonly people: readonly Person[];
  /** The comments on one question each. */
  readonly lists: readonly (readonly Answer[])[];
  readonly numbers: readonly PublishedNumber[];
  /** The numbers as they stood after each submission, for whoever watched. */
  readonly growing: readonly (readonly PublishedNumber[])[];
}

/** Where a product keeps what; the attacks are the same for every product. */
export interface Tables {
  /** Says who was asked, and stays. Its key is `id`. */
  readonly asked: string;
  /** What somebody has saved while the round is open, by `invitation`. */
  readonly drafts: string;
  /** Comments: a row of each holds its words, whatever else. */
  readonly words: string;
  /** Group, behaviour and counts by point. */
  readonly cells: string;
}
