/** Whether an address lies outside the organisation. */
export interface Placed {
  readonly outside: boolean;
}

/** Addresses outside the organisation that count in a group which no coach has checked. */
export const OUTSIDE_WITHOUT_A_CHECK = 1;

/**
 * How many of a group count towards its minimum k while no coach has checked it: all addresses of the organisation and one outside.
 * Anybody can open addresses elsewhere, and a leader who owns two of a group of three reads the third person's answers. In the
 * product no mail leaves without a coach's check, so that this only tells the coach how much rests on it.
 */
export function countWithoutACheck(group: readonly Placed[]): number {
  const outside = group.filter((colleague) => colleague.outside).length;
  return group.length - outside + Math.min(outside, OUTSIDE_WITHOUT_A_CHECK);
}
