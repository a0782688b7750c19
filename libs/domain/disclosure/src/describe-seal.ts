import type { ConfidentialGroupCode, RoundPromise } from '@facet/domain-round';
import { showsComments } from './comments';
import { fold, type Line, type SentPerGroup } from './fold';

const listed = (labels: readonly string[]): string => {
  const quoted = labels.map((label) => `“${label}”`);
  return `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1) ?? ''}`;
};

const sentence = (line: Line): string => {
  switch (line.withheld) {
    case 'group_left_out':
      return `${line.label} will be left out of every number.`;
    case 'too_few':
      return `${line.label} will not be shown: too few have answered.`;
    case null:
      return line.folded.length === 0
        ? `${line.label} will be shown.`
        : `${listed(line.folded)} will be shown together as “${line.label}”.`;
  }
};

/**
 * What the report would show if the round were sealed now, for its coach: one sentence for each line and one about the comments,
 * never with a number in it, since how many of a group have answered is nobody's to know.
 */
export const describeSeal = (promise: RoundPromise, sent: SentPerGroup, leftOut: readonly ConfidentialGroupCode[] = []): string[] => {
  const lines = fold(promise, sent, leftOut);
  return [
    ...(lines.every(({ withheld }) => withheld !== null)
      ? ['No number from a confidential colleague will be shown: too few have answered.']
      : lines.map(sentence)),
    showsComments(promise, sent, leftOut)
      ? 'Comments will be shown in one shuffled list for each question, without names or groups.'
      : 'Comments from confidential colleagues will not be shown: too few have answered.',
  ];
};
