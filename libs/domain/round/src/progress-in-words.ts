import type { ConfidentialGroupCode } from './groups';
import type { RoundPromise } from './promise';

export interface GroupProgress {
  readonly label: string;
  readonly word: 'enough' | 'not yet enough' | 'told at closing';
}

/**
 * One word per promised group, for leader and coach of a round without a report.
 *
 * @param enough codes of the groups that had enough when the words were last written
 * @param changed codes of the groups from which answers may have been taken away: no further word is said of them
 */
export const progressInWords = (
  { groups }: Pick<RoundPromise, 'groups'>,
  enough: ReadonlySet<ConfidentialGroupCode>,
  changed: readonly ConfidentialGroupCode[],
): GroupProgress[] =>
  groups.map(({ code, label }) => ({
    label,
    word: changed.includes(code) ? 'told at closing' : enough.has(code) ? 'enough' : 'not yet enough',
  }));
