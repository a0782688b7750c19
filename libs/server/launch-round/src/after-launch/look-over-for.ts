import { lookOver, type ListToLookOver, type Onlooker } from '@facet/domain-round';
import { asciiDomain } from '@facet/platform';
import type { Invited } from '@facet/store-rounds';
import { toCheck } from './list-to-check';

interface Looked {
  /** By invitation. */
  readonly marks: ReadonlyMap<string, readonly string[]>;
  readonly list: readonly string[];
}

type Facts = Pick<ListToLookOver, 'leader' | 'coach' | 'promise' | 'domains'> & { readonly invited: readonly Invited[] };

/** What the coach should look at twice while somebody waits for their check; a leader who read it could write a list that says nothing. */
export function lookOverFor(as: Onlooker, { invited, ...facts }: Facts): Looked {
  if (as !== 'coach' || toCheck(invited).length === 0) return { marks: new Map(), list: [] };
  const colleagues = invited
    .filter(({ group }) => group !== 'self')
    .map((one) => ({ ...one, email: one.proposed ?? one.email, name: one.proposedName ?? one.name }));
  const { marks, list } = lookOver({ ...facts, colleagues, asciiDomain });
  return { marks: new Map(colleagues.map(({ invitation }, at) => [invitation, marks[at] ?? []])), list };
}
