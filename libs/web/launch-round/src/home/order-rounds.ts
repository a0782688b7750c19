import type { RoundSummary } from '@facet/contract';

export interface OrderedRounds {
  /** Rounds about the person themselves on which something still happens; there is at most one. */
  readonly running: readonly RoundSummary[];
  /** Rounds about the person themselves with a released report or none. */
  readonly past: readonly RoundSummary[];
  /** Rounds of leaders they coach in which nothing moves until they act: what holds up most people first. */
  readonly waiting: readonly RoundSummary[];
  /** Rounds of leaders they coach that wait for others: for answers, or for the report to be made. */
  readonly going: readonly RoundSummary[];
  /** Rounds of leaders they coach on which nothing happens any more here. */
  readonly ended: readonly RoundSummary[];
  /** Rounds whose list waits for them in its coach's stead. */
  readonly toCheck: readonly RoundSummary[];
}

export const orderRounds = (rounds: readonly RoundSummary[]): OrderedRounds => {
  const mine = rounds.filter(({ as }) => as === 'leader').toSorted(by(progress));
  const coached = rounds.filter(({ as }) => as === 'coach').toSorted(by(urgency));
  return {
    running: mine.filter(isRunning),
    past: mine.filter((round) => !isRunning(round)),
    waiting: coached.filter(waitsForCoach),
    going: coached.filter((round) => isRunning(round) && !waitsForCoach(round)),
    ended: coached.filter((round) => !isRunning(round)),
    toCheck: rounds.filter(({ as }) => as === 'approver'),
  };
};

export const isRunning = ({ state, withdrawn }: RoundSummary): boolean =>
  !withdrawn && (state === 'open' || state === 'closed' || state === 'sealed');

export const waitsForCoach = ({ as, state, colleaguesConfirmed, choiceDue, withdrawn }: RoundSummary): boolean =>
  as === 'coach' && !withdrawn && ((state === 'open' && !colleaguesConfirmed) || (state === 'closed' && choiceDue) || state === 'sealed');

/** An unconfirmed list keeps every invitation back, a short closing every answer, a finished report one leader. */
const progress = ({ state }: RoundSummary): number => ['open', 'closed', 'sealed', 'released', 'cancelled'].indexOf(state);

/** Overdue reports before everything, and last those that are released without another press on a day the coach chose. */
const urgency = (round: RoundSummary): number => (round.overdue ? -1 : progress(round) + (round.dayChosen ? 0.5 : 0));

const by =
  (rank: (round: RoundSummary) => number) =>
  (a: RoundSummary, b: RoundSummary): number =>
    rank(a) - rank(b);
