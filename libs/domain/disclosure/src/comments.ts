import type { Framework, Sheet } from '@facet/domain-framework';
import type { ConfidentialGroupCode, RoundPromise } from '@facet/domain-round';
import type { SentPerGroup } from './fold';
import { release, type Comments, type PooledComments } from './released';

/** What one confidential colleague wrote, by quality code. */
export interface SentComments {
  readonly group: ConfidentialGroupCode;
  readonly comments: Sheet['comments'];
}

/** A whole number from 0 to `below` − 1, every one equally likely, from a secure source. */
export type NextInt = (below: number) => number;

const pooledGroups = (promise: RoundPromise, leftOut: readonly ConfidentialGroupCode[]): ConfidentialGroupCode[] =>
  promise.groups.flatMap(({ code, members }) => (leftOut.includes(code) ? [] : members));

/** Whether enough confidential colleagues have sent answers for comments to be shown, whether or not they wrote any. */
export const showsComments = (promise: RoundPromise, sent: SentPerGroup, leftOut: readonly ConfidentialGroupCode[] = []): boolean =>
  pooledGroups(promise, leftOut).reduce((sum, code) => sum + (sent[code] ?? 0), 0) >= promise.commentMinimum;

/** Fisher and Yates (Durstenfeld 1964). Sorted first, so that the order written in has no influence on the order shown. */
const shuffled = (texts: readonly string[], nextInt: NextInt): string[] => {
  const result = texts.toSorted();
  for (let last = result.length - 1; last > 0; last -= 1) {
    const chosen = nextInt(last + 1);
    [result[last], result[chosen]] = [result[chosen] ?? '', result[last] ?? ''];
  }
  return result;
};

/**
 * Pools what confidential colleagues wrote: by quality and question, whole, in one order drawn anew for each list, so that the
 * third comment here and the third there say nothing about having one author.
 *
 * @param sheets one for each confidential colleague who sent answers, also without a comment: they count towards the minimum
 * @returns withheld as `too_few` below the promise's minimum of colleagues
 */
export const poolComments = (
  framework: Framework,
  promise: RoundPromise,
  sheets: readonly SentComments[],
  nextInt: NextInt,
  leftOut: readonly ConfidentialGroupCode[] = [],
): Comments => {
  const groups = pooledGroups(promise, leftOut);
  const pooled = sheets.filter(({ group }) => groups.includes(group));
  if (pooled.length < promise.commentMinimum) return { withheld: 'too_few' };
  const list = (quality: string, question: 'seen' | 'help'): string[] =>
    shuffled(
      pooled.map(({ comments }) => comments[quality]?.[question] ?? '').filter((text) => text.trim() !== ''),
      nextInt,
    );
  return release({
    qualities: framework.qualities.map(({ code }): PooledComments => ({
      quality: code,
      seen: list(code, 'seen'),
      help: list(code, 'help'),
    })),
  });
};
