import type { Snapshot } from './snapshot';

/** The leader sent a self-assessment with at least one rating. */
export const hasOwnView = ({ qualities }: Pick<Snapshot, 'qualities'>): boolean =>
  qualities.some(({ behaviours }) => behaviours.some(({ self }) => self !== null));
