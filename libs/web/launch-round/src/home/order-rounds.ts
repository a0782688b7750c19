import type { RoundSummary } from '@facet/contract';

export interface OrderedRounds {
  /** Rounds about the person themselves on which something still happens; there is at most one. */
  readonly running: readonly RoundSummary[];
  /** Rounds about the person themselves with a released report or none. */
  readonly past: readonly RoundSummary[];
  /** Rounds of leaders they coach in which nothing moves until they act: what holds up most people first. */
  readonly waiting: readonly RoundSummary[];
  /** The other rounds of leaders they coach. */
  readonly going: readonly RoundSummary[];
}

export const orderRounds = (rounds: readonly RoundSummary[]): OrderedRounds => {
  const mine = rounds.filter(({ as }) => as === 'leader').toSorted(by(progress));
  const coached = rounds.filter(({ as }) => as === 'coach').toSorted(by(progress));
  return {
    running: mine.filter(isRunning),
    past: mine.filter((round) => !isRunning(round)),
    waiting: coached.filter(waitsForCoach),
    going: coached.filter((round) => !waitsForCoach(round)),
  };
};

const isRunning = ({ state }: RoundSummary): boolean => state === 'open' || state === 'closed' || state === 'sealed';

const waitsForCoach = ({ state, colleaguesConfirmed }: RoundSummary): boolean =>
  state === 'closed' || state === 'sealed' || (state === 'open' && !colleaguesConfirmed);

/** An unconfirmed list keeps every invitation back, a short closing every answer, a finished report one leader. */
const progress = ({ state }: RoundSummary): number => ['open', 'closed', 'sealed', 'released', 'cancelled'].indexOf(state);

const by =
  (rank: (round: RoundSummary) => number) =>
  (a: RoundSummary, b: RoundSummary): number =>
    rank(a) - rank(b);
