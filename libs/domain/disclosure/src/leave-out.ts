import type { ConfidentialGroupCode, RoundPromise } from '@facet/domain-round';
import { sentIn } from './describe-changed';
import { missesPromise, type SentPerGroup } from './fold';

export type NotLeftOut = 'keeps its promise' | 'nothing left';

/**
 * Why a round is not sealed without these groups; null where it may be. Only a group that misses its promise is left out, so that no
 * coach drops a view that was to be shown; and only one whose list stayed as it was, or the refusal would tell of somebody's answers.
 * What is left must show something by the groups that did not change alone.
 *
 * @param leftOut codes of promised groups
 * @param changed codes of groups from which answers may have been taken away; how many sent any in these is not looked at
 */
export const whyNotLeaveOut = (
  promise: RoundPromise,
  sent: SentPerGroup,
  leftOut: readonly ConfidentialGroupCode[],
  changed: readonly ConfidentialGroupCode[],
): NotLeftOut | null => {
  if (leftOut.length === 0) return null;
  const short = missesPromise(promise, sent).flatMap(({ code }) => (changed.includes(code) ? [] : [code]));
  if (!leftOut.every((code) => short.includes(code))) return 'keeps its promise';
  const left = promise.groups.filter(({ code }) => !leftOut.includes(code) && !changed.includes(code));
  return sentIn(left, sent) < promise.minimum ? 'nothing left' : null;
};

/** Every choice of groups that a round may be sealed without, the smaller first. */
export const mayLeaveOut = (
  promise: RoundPromise,
  sent: SentPerGroup,
  changed: readonly ConfidentialGroupCode[],
): ConfidentialGroupCode[][] =>
  promise.groups
    .reduce<ConfidentialGroupCode[][]>((choices, { code }) => [...choices, ...choices.map((choice) => [...choice, code])], [[]])
    .filter((choice) => choice.length > 0 && whyNotLeaveOut(promise, sent, choice, changed) === null)
    .toSorted((a, b) => a.length - b.length);
