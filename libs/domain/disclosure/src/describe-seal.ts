import type { ConfidentialGroupCode, PromisedGroup, RoundPromise } from '@facet/domain-round';
import { describeChanged, sentIn } from './describe-changed';
import { fold, type Line, type SentPerGroup } from './fold';

/** Codes of promised groups. */
export interface SealOf {
  /** The round is sealed without these. */
  readonly leftOut?: readonly ConfidentialGroupCode[];
  /** Answers may have been taken away from these: nothing that is said depends on how many sent any. */
  readonly changed?: readonly ConfidentialGroupCode[];
}

const listed = (labels: readonly string[]): string => {
  const quoted = labels.map((label) => `“${label}”`);
  return `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1) ?? ''}`;
};

const leftOutSentence = ({ label }: Pick<PromisedGroup, 'label'>): string => `${label} will be left out of every number.`;

const sentence = (line: Line): string => {
  switch (line.withheld) {
    case 'group_left_out':
      return leftOutSentence(line);
    case 'too_few':
      return `${line.label} will not be shown: too few have answered.`;
    case null:
      return line.folded.length === 0
        ? `${line.label} will be shown.`
        : `${listed(line.folded)} will be shown together as “${line.label}”.`;
  }
};

const aboutComments = (promise: RoundPromise, groups: readonly PromisedGroup[], sent: SentPerGroup, unknown: boolean): string => {
  if (sentIn(groups, sent) >= promise.commentMinimum)
    return 'Comments will be shown in one shuffled list for each question, without names or groups.';
  return unknown
    ? 'Comments will be shown in one shuffled list for each question, without names or groups, if enough have answered.'
    : 'Comments from confidential colleagues will not be shown: too few have answered.';
};

/**
 * What the report would show if the round were sealed now, for its coach: one sentence for each line and one about the comments,
 * never with a number in it, since how many of a group have answered is nobody's to know.
 */
export const describeSeal = (promise: RoundPromise, sent: SentPerGroup, { leftOut = [], changed = [] }: SealOf = {}): string[] => {
  const counted = promise.groups.filter(({ code }) => !leftOut.includes(code));
  const unchanged = counted.filter(({ code }) => !changed.includes(code));
  if (unchanged.length < counted.length)
    return [
      ...describeChanged(promise, counted, sent, changed),
      ...promise.groups.filter(({ code }) => leftOut.includes(code)).map(leftOutSentence),
      aboutComments(promise, unchanged, sent, true),
    ];
  const lines = fold(promise, sent, leftOut);
  return [
    ...(lines.every(({ withheld }) => withheld !== null)
      ? ['No number from a confidential colleague will be shown: too few have answered.']
      : lines.map(sentence)),
    aboutComments(promise, counted, sent, false),
  ];
};
