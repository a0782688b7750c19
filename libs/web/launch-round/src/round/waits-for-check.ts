import type { RoundView } from '@facet/contract';

/** A colleague whom the coach has not confirmed yet, or not at the address that the leader asks for. */
export const waitsForCheck = ({ checked, proposed }: RoundView['colleagues'][number]): boolean => !checked || proposed !== null;
