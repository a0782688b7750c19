import type { Membership } from '@facet/platform';

/** `enter`: a code of the authenticator that this person has. `enrol`: they have none yet, and their role asks for one. */
export type OwedStep = 'enter' | 'enrol';

export interface Steps {
  readonly memberships: readonly Membership[];
  /** The second step has been taken in this session. */
  readonly secondStep: boolean;
  /** The person has an authenticator, whether or not they have to. */
  readonly hasFactor: boolean;
}

/**
 * What a session still owes before it opens anything; null where it is whole. Asked at every request, so that whoever is made a coach
 * while signed in is asked at the next press. A demo offers the second step and demands it from nobody.
 */
export function owedStep({ memberships, secondStep, hasFactor }: Steps, demo: boolean): OwedStep | null {
  if (secondStep) return null;
  if (hasFactor) return 'enter';
  return isDemanded(memberships, demo) ? 'enrol' : null;
}

/** Coaches read reports, and administrators say who coaches whom: the code by mail alone does not let them in. */
export const isDemanded = (memberships: readonly Membership[], demo: boolean): boolean =>
  !demo && memberships.some(({ roles }) => roles.some((role) => role !== 'leader'));
