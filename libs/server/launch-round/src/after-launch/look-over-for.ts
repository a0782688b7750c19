import { lookOver, type ListToLookOver } from '@facet/domain-round';
import { asciiDomain } from '@facet/platform';
import type { Invited } from '@facet/store-rounds';
import { type Checker, toCheck } from './list-to-check';

interface Looked {
  /** By invitation. */
  readonly marks: ReadonlyMap<string, readonly string[]>;
  readonly list: readonly string[];
}

type Facts = Pick<ListToLookOver, 'leader' | 'coach' | 'promise' | 'domains'> & { readonly invited: readonly Invited[] };

/**
 * What the coach, or whoever checks in their stead, should look at twice while somebody waits for the check; a leader who read it could
 * write a list that says nothing.
 */
export function lookOverFor(as: Checker | 'leader', { invited, ...facts }: Facts): Looked {
  if (as === 'leader' || toCheck(invited).length === 0) return { marks: new Map(), list: [] };
  const colleagues = invited
    .filter(({ group }) => group !== 'self')
    .map((one) => ({ ...one, email: one.proposed ?? one.email, name: one.proposedName ?? one.name }));
  const { marks, list } = lookOver({ ...facts, colleagues, asciiDomain });
  return { marks: new Map(colleagues.map(({ invitation }, at) => [invitation, marks[at] ?? []])), list };
}
