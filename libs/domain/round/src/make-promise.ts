import { confidentialGroups, isConfidential, labelOf, type ConfidentialGroupCode, type Invited } from './groups';
import type { PromisedGroup, RoundPromise } from './promise';
import { choices, smallGroups, type Together } from './small-groups';

/** Bounds of the minimum k, and what is usual. */
export const MINIMUM = { least: 3, usual: 3, most: 5 } as const;

export interface PromiseRefusal {
  /** Null where the whole list is meant. */
  readonly group: ConfidentialGroupCode | null;
  readonly message: string;
}

export type PromiseMade = { readonly promise: RoundPromise } | { readonly refusals: readonly PromiseRefusal[] };

/**
 * The promise for these colleagues, or every reason why there can be none.
 *
 * `together` counts only for groups that are small (see smallGroups); what it says about others is a choice that a longer
 * list has overtaken. `minimum` is k, a whole number from 3 to 5; anything else is refused, as are a small group without a
 * choice, a choice that was not offered, a partner that itself joins another, and a promised group or a list of fewer than k.
 */
export function makePromise(invited: Invited, together: Together, minimum: number): PromiseMade {
  if (!Number.isInteger(minimum) || minimum < MINIMUM.least || minimum > MINIMUM.most)
    return refused(null, `The smallest group that is shown holds ${MINIMUM.least} to ${MINIMUM.most} colleagues.`);
  const total = confidentialGroups.reduce((sum, code) => sum + invited[code], 0);
  if (total < minimum)
    return refused(null, `Invite at least ${minimum} colleagues beside a line manager: with fewer, nothing could stay confidential.`);

  const small = smallGroups(invited, minimum, together);
  const refusals = small.flatMap((group) => {
    const message = whyRefused(invited, together, minimum, group, small);
    return message === null ? [] : [{ group, message }];
  });
  if (refusals.length > 0) return { refusals };

  const groups = promisedGroups(invited, together, small);
  const tooFew = groups.filter((group) => invitedIn(group, invited) < minimum);
  if (tooFew.length > 0)
    return {
      refusals: tooFew.map(({ code, label, members }) => ({
        group: code,
        message: `${label}: ${invitedIn({ members }, invited)} invited, and ${minimum} are needed. Invite more, or choose another group to answer together with.`,
      })),
    };
  return { promise: { minimum, commentMinimum: 5, groups } };
}

function whyRefused(
  invited: Invited,
  together: Together,
  minimum: number,
  group: ConfidentialGroupCode,
  small: readonly ConfidentialGroupCode[],
): string | null {
  const label = labelOf(group);
  const offered = choices(invited, minimum, group);
  if (offered.length === 0) return `${label}: invite at least ${minimum}, or nobody. There is no group that they could join.`;
  const choice = together[group];
  if (choice === undefined) return `${label}: ${invited[group]} invited. Invite more, or choose the group that they answer together with.`;
  if (!offered.some(({ value }) => value === choice))
    return `${label}: that choice is not open to ${invited[group]} colleagues. Invite more, or choose another group.`;
  const partners = small.some((code) => code === choice) ? together[choice as ConfidentialGroupCode] : undefined;
  if (partners !== undefined && partners !== 'alone')
    return `${label} cannot join a group that itself joins another. Choose one group that the others answer together with.`;
  return null;
}

function promisedGroups(invited: Invited, together: Together, small: readonly ConfidentialGroupCode[]): PromisedGroup[] {
  const headOf = (code: ConfidentialGroupCode): ConfidentialGroupCode => {
    const choice = small.includes(code) ? together[code] : undefined;
    return choice !== undefined && choice !== 'alone' && isConfidential(choice) ? choice : code;
  };
  const present = confidentialGroups.filter((code) => invited[code] > 0);
  return present
    .filter((code) => headOf(code) === code)
    .map((code) => {
      const joining = present.filter((other) => other !== code && headOf(other) === code);
      return { code, label: labelTogether([code, ...joining]), members: [code, ...joining] };
    });
}

function labelTogether([head, ...joining]: readonly [ConfidentialGroupCode, ...ConfidentialGroupCode[]]): string {
  if (joining.length === 0) return labelOf(head);
  return `${labelOf(head)} with ${listed(joining.map((code) => labelOf(code).toLowerCase()))}`;
}

/** A last name that is itself two ("governors and partners") is set off by a comma. */
const listed = (names: readonly string[]): string => {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')}${last.includes(' and ') ? ',' : ''} and ${last}`;
};

/** Colleagues invited into a promised group, all its members counted. */
export const invitedIn = ({ members }: Pick<PromisedGroup, 'members'>, invited: Invited): number =>
  members.reduce((sum, code) => sum + invited[code], 0);

const refused = (group: ConfidentialGroupCode | null, message: string): PromiseMade => ({ refusals: [{ group, message }] });
