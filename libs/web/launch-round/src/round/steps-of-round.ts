import type { RoundSummary, RoundView } from '@facet/contract';
import type { Step } from '@facet/web-kit';

type Standing = Pick<RoundView | RoundSummary, 'state' | 'colleaguesConfirmed'>;

const labels = ['Prepare', 'Invite', 'Collect', 'Debrief', 'Develop'] as const;

/** Where a round stands on the way from the first list to the plan; a cancelled round is no longer on it. */
export const stepsOf = (round: Standing): Step[] => {
  const next = placeOf(round);
  return labels.map((label, place) => ({ label, state: place < next ? 'done' : place === next ? 'next' : 'later' }));
};

/** The same from a page about many rounds: the next step leads to where it is taken. */
export const stepsWithWay = (round: RoundSummary): Step[] =>
  stepsOf(round).map((step) => (step.state === 'next' ? { ...step, link: actionOn(round).link } : step));

export interface Action {
  readonly label: string;
  readonly link: readonly string[];
}

/** What whoever is looking can do next about a round. */
export const actionOn = ({ id, state, as, colleaguesConfirmed, withdrawn }: RoundSummary): Action => {
  const round = ['/rounds', id];
  if (withdrawn) return { label: 'See the round', link: round };
  switch (state) {
    case 'open':
      if (colleaguesConfirmed) return { label: 'Look after the round', link: round };
      return {
        label: as === 'leader' ? 'Write what you expect' : 'Check the list of colleagues',
        link: as === 'leader' ? [...round, 'expectations'] : round,
      };
    case 'closed':
      return { label: as === 'coach' ? 'Choose what becomes of the report' : 'See where the round stands', link: round };
    case 'sealed':
      return as === 'coach'
        ? { label: 'Read the report', link: [...round, 'report'] }
        : { label: 'Write what you expect', link: [...round, 'expectations'] };
    case 'released':
      return { label: 'Read the report', link: [...round, 'report'] };
    case 'cancelled':
      return { label: 'See the round', link: round };
  }
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
export const firstSteps: readonly Step[] = labels.map((label, place) =>
  place === 0 ? { label, state: 'next', link: ['/launch'] } : { label, state: 'later' },
);
