import { expect, test } from '@jest/globals';
import type { RoundView } from '@facet/contract';
import { round } from '../example';
import { firstSteps, stepsOf, stepsWithWay } from './steps-of-round';

const nextOf = (state: RoundView['state'], colleaguesConfirmed = true) =>
  stepsOf({ state, colleaguesConfirmed }).find((step) => step.state === 'next')?.label;

test('the next step follows the round from the list of colleagues to the plan', () => {
  expect([nextOf('open', false), nextOf('open'), nextOf('closed'), nextOf('sealed'), nextOf('released')]).toEqual([
    'Invite',
    'Collect',
    'Collect',
    'Debrief',
    'Develop',
  ]);
});

test('what lies before the next step is done, what lies after it is not', () => {
  expect(stepsOf({ state: 'open', colleaguesConfirmed: true }).map(({ state }) => state)).toEqual([
    'done',
    'done',
    'next',
    'later',
    'later',
  ]);
  expect(firstSteps.map(({ state }) => state)).toEqual(['next', 'later', 'later', 'later', 'later']);
});

test('the lit step leads to where it is taken, and only that one', () => {
  const steps = stepsWithWay({
    ...{ ...round, closes: 'soon', state: 'sealed', as: 'leader', next: '' },
    ...{ organisation: 'School', choiceDue: false, overdue: false, dayChosen: false },
  });
  expect(steps.filter(({ link }) => link)).toEqual([{ label: 'Debrief', state: 'next', link: ['/rounds', round.id, 'expectations'] }]);
});
