import type { ConfidentialGroupCode, PromisedGroup, RoundPromise } from '@facet/domain-round';
import { release, type Released } from './released';

/** How many colleagues of each confidential group have sent answers; a group that is absent has sent none. */
export type SentPerGroup = Readonly<Partial<Record<ConfidentialGroupCode, number>>>;

export const together = 'together';
export const togetherLabel = 'Colleagues, together';

/** A line of the report that holds at least k colleagues. */
export interface ShownLine {
  readonly code: ConfidentialGroupCode | typeof together;
  readonly label: string;
  /** Every confidential group whose colleagues stand in it. */
  readonly members: readonly ConfidentialGroupCode[];
  /** Labels of the promised groups that were folded into it; empty for a promised group shown on a line of its own. */
  readonly folded: readonly string[];
  /** Confidential colleagues who sent answers: k or more. */
  readonly raters: Released<number>;
  readonly withheld: null;
}

/** A promised group of which the report shows nothing, not even how many answered. */
export interface WithheldLine {
  readonly code: ConfidentialGroupCode;
  readonly label: string;
  readonly raters: null;
  readonly withheld: 'too_few' | 'group_left_out';
}

export type Line = ShownLine | WithheldLine;

interface Tally {
  readonly group: PromisedGroup;
  readonly sent: number;
}

/** In this order short groups are folded, and ties between the groups that they could join are settled. */
const order: readonly ConfidentialGroupCode[] = ['direct_report', 'peer', 'other'];
const rank = ({ group }: Tally): number => order.indexOf(group.code);
const total = (tallies: readonly Tally[]): number => tallies.reduce((sum, { sent }) => sum + sent, 0);

/** Adds up by promised group. Refuses answers of a group that the promise does not name: nothing was said about how to show them. */
const tally = (promise: RoundPromise, sent: SentPerGroup): Tally[] => {
  const promised = promise.groups.flatMap(({ members }) => members);
  const stranger = order.find((code) => (sent[code] ?? 0) > 0 && !promised.includes(code));
  if (stranger) throw new RangeError(`Answers of the group "${stranger}", which the round's promise does not name.`);
  return promise.groups.map((group) => ({ group, sent: group.members.reduce((sum, code) => sum + (sent[code] ?? 0), 0) }));
};

/** The promised groups that become one line: the short ones, and the smallest shown group where they need it to reach k. */
const folding = (short: readonly Tally[], enough: readonly Tally[], minimum: number): readonly Tally[] => {
  if (short.length === 0 || total(short) >= minimum) return short;
  const [smallest] = enough.toSorted((a, b) => a.sent - b.sent || rank(a) - rank(b));
  return smallest ? [...short, smallest] : [];
};

const ownLine = ({ group, sent }: Tally): ShownLine => ({
  code: group.code,
  label: group.label,
  members: group.members,
  folded: [],
  raters: release(sent),
  withheld: null,
});

const togetherLine = (tallies: readonly Tally[]): ShownLine => ({
  code: together,
  label: togetherLabel,
  members: tallies.flatMap(({ group }) => group.members),
  folded: tallies.map(({ group }) => group.label),
  raters: release(total(tallies)),
  withheld: null,
});

/**
 * Divides the colleagues who sent answers into the lines of the report: a pure function of who was promised what and how many sent.
 *
 * A promised group with at least k is a line of its own. Groups that fall short are folded with each other; where that does not
 * reach k, they join the smallest group that does (ties: direct report, peer, other). Whatever is folded is "Colleagues, together".
 * If nothing reaches k, no line is shown. A group in which nobody sent answers is folded like any other: a line of its own that says
 * "too few" beside shown ones would tell each of its members' names as people who did not answer.
 *
 * @param leftOut codes of promised groups that the round is sealed without: they enter no line
 * @returns lines of their own in the promise's order, then the folded line, then what is withheld
 * @throws RangeError where a group has sent answers that the promise does not name
 */
export const fold = (promise: RoundPromise, sent: SentPerGroup, leftOut: readonly ConfidentialGroupCode[] = []): Line[] => {
  const all = tally(promise, sent);
  const counted = all.filter(({ group }) => !leftOut.includes(group.code));
  const enough = counted.filter((one) => one.sent >= promise.minimum);
  const short = counted.filter((one) => one.sent < promise.minimum);
  const joined = folding(short, enough, promise.minimum);
  const own = enough.filter((one) => !joined.includes(one));
  const hidden = all.filter((one) => !own.includes(one) && !joined.includes(one));
  return [
    ...own.map(ownLine),
    ...(joined.length > 0 ? [togetherLine(all.filter((one) => joined.includes(one)))] : []),
    ...hidden.map(({ group }): WithheldLine => ({
      code: group.code,
      label: group.label,
      raters: null,
      withheld: leftOut.includes(group.code) ? 'group_left_out' : 'too_few',
    })),
  ];
};

/** The promised groups in which fewer than k have sent answers, in the promise's order; none: the round can seal by itself. */
export const missesPromise = (promise: RoundPromise, sent: SentPerGroup): PromisedGroup[] =>
  tally(promise, sent).flatMap((one) => (one.sent < promise.minimum ? [one.group] : []));
