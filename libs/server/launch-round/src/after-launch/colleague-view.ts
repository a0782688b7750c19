import type { RoundView } from '@facet/contract';
import { isOutside, labelOf } from '@facet/domain-round';
import type { Invited } from '@facet/store-rounds';

interface Around {
  /** By invitation: what a mail server said against the address. */
  readonly refused: ReadonlyMap<string, string>;
  /** By invitation: what whoever checks the list should look at twice. */
  readonly marks: ReadonlyMap<string, readonly string[]>;
  /** The organisation's own. */
  readonly domains: readonly string[];
}

/** One colleague on a list: an address that does not work is no secret, and nothing else tells colleagues apart. */
export const colleagueView = (
  { name, email, group, invitation, checked, proposed }: Invited,
  { refused, marks, domains }: Around,
): RoundView['colleagues'][number] => ({
  name,
  email,
  code: group,
  group: labelOf(group),
  outside: isOutside(email.slice(email.lastIndexOf('@') + 1), domains),
  needsFixing: refused.get(invitation) ?? null,
  checked,
  proposed,
  marks: [...(marks.get(invitation) ?? [])],
});
