import type { RoundSummary, RoundView } from '@facet/contract';
import type { Step } from '@facet/web-kit';

type Standing = Pick<RoundView | RoundSummary, 'state' | 'colleaguesConfirmed'>;

const labels = ['Prepare', 'Invite', 'Collect', 'Debrief', 'Develop'] as const;

/** Where a round stands on the way from the first list to the plan; a cancelled round is no longer on it. */
export const stepsOf = (round: Standing): Step[] => {
  const next = placeOf(round);
  return labels.map((label, place) => ({ label, state: place < next ? 'done' : place === next ? 'next' : 'later' }));
};

const placeOf = ({ state, colleaguesConfirmed }: Standing): number => {
  switch (state) {
    case 'open':
      return colleaguesConfirmed ? 2 : 1;
    case 'closed':
      return 2;
    case 'sealed':
      return 3;
    case 'released':
      return 4;
    case 'cancelled':
      return labels.length;
  }
};

/** A leader without a round. */
export const firstSteps: readonly Step[] = labels.map((label, place) => ({ label, state: place === 0 ? 'next' : 'later' }));
