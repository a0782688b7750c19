import type { ConfidentialGroupCode, PromisedGroup, RoundPromise } from '@facet/domain-round';
import type { SentPerGroup } from './fold';

/** What is known of a round in which some groups changed: only the colleagues of the groups that did not. */
interface Known {
  readonly minimum: number;
  readonly counted: readonly PromisedGroup[];
  readonly changed: readonly ConfidentialGroupCode[];
  /** The unchanged groups that miss their promise. */
  readonly short: readonly PromisedGroup[];
  /** Colleagues of unchanged groups who sent answers. */
  readonly sent: number;
  /** Of these, the ones in short groups. */
  readonly sentInShort: number;
}

/** Colleagues of these promised groups who sent answers. */
export const sentIn = (groups: readonly PromisedGroup[], sent: SentPerGroup): number =>
  groups.flatMap(({ members }) => members).reduce((sum, code) => sum + (sent[code] ?? 0), 0);

const sentence = ({ code, label }: PromisedGroup, known: Known): string => {
  const isCertain = known.sent >= known.minimum;
  if (known.changed.includes(code)) {
    if (known.counted.length === 1) return `${label} will be shown if enough have answered.`;
    if (!isCertain) return `${label} will be shown, by itself or together with others, if enough have answered.`;
    // Where the short groups reach the minimum without it, nobody needs this one.
    const isNeededByNone = known.changed.length === 1 && (known.short.length === 0 || known.sentInShort >= known.minimum);
    return isNeededByNone
      ? `${label} will be shown by itself if enough have answered, otherwise together with others.`
      : `${label} will be shown, by itself or together with others.`;
  }
  if (known.short.some((group) => group.code === code))
    return isCertain
      ? `${label} will be shown together with others.`
      : `${label} will be shown together with others if enough have answered.`;
  return `${label} will be shown, by itself or together with others.`;
};

/**
 * One sentence for each promised group where answers may have been taken away from some of them. Groups are folded with each other, so
 * that a word about any would speak of the changed ones: this reads how many sent answers in the unchanged groups, and nothing else.
 *
 * @param groups the promised groups that are not left out
 * @param sent how many have sent answers, of which the changed groups' are not looked at
 * @param changed codes of the changed groups, at least one of `groups`
 */
export const describeChanged = (
  promise: RoundPromise,
  groups: readonly PromisedGroup[],
  sent: SentPerGroup,
  changed: readonly ConfidentialGroupCode[],
): string[] => {
  const unchanged = groups.filter(({ code }) => !changed.includes(code));
  const short = unchanged.filter((group) => sentIn([group], sent) < promise.minimum);
  const known: Known = {
    minimum: promise.minimum,
    counted: groups,
    changed: groups.map(({ code }) => code).filter((code) => changed.includes(code)),
    short,
    sent: sentIn(unchanged, sent),
    sentInShort: sentIn(short, sent),
  };
  return [
    ...groups.map((group) => sentence(group, known)),
    'Somebody was taken out or got a new link. What has become of their group is told by the report, and not before.',
  ];
};
