import { expect, test } from '@jest/globals';
import type { RoundSummary } from '@facet/contract';
import { orderRounds } from './order-rounds';

const round = (name: string, change: Partial<RoundSummary>): RoundSummary => ({
  id: '00000000-0000-4000-8000-000000000000',
  leader: { name },
  coach: { name: 'Ruth' },
  state: 'open',
  as: 'coach',
  colleaguesConfirmed: true,
  closes: '',
  next: '',
  ...change,
});
const names = (rounds: readonly RoundSummary[]) => rounds.map(({ leader }) => leader.name);

test('a coach sees first what waits for them: lists to check, then short closings, then reports', () => {
  const { waiting, going } = orderRounds([
    round('collecting', {}),
    round('to read', { state: 'sealed' }),
    round('short', { state: 'closed' }),
    round('to check', { colleaguesConfirmed: false }),
    round('released', { state: 'released' }),
    round('cancelled before the check', { state: 'cancelled', colleaguesConfirmed: false }),
  ]);
  expect(names(waiting)).toEqual(['to check', 'short', 'to read']);
  expect(names(going)).toEqual(['collecting', 'released', 'cancelled before the check']);
});

test('whoever leads and coaches sees their own rounds apart from those of their leaders', () => {
  const { running, past, waiting } = orderRounds([
    round('theirs', { state: 'sealed' }),
    round('old', { as: 'leader', state: 'released' }),
    round('mine', { as: 'leader', state: 'sealed' }),
  ]);
  expect([names(running), names(past), names(waiting)]).toEqual([['mine'], ['old'], ['theirs']]);
});
