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
  withdrawn: false,
  organisation: 'School',
  choiceDue: false,
  overdue: false,
  dayChosen: false,
  closes: '',
  next: '',
  ...change,
});
const names = (rounds: readonly RoundSummary[]) => rounds.map(({ leader }) => leader.name);

test('a coach sees first what is overdue, then lists to check, short closings, reports, and those with a day', () => {
  const { waiting, going, ended } = orderRounds([
    round('has a day', { state: 'sealed', dayChosen: true }),
    round('overdue', { state: 'sealed', overdue: true }),
    round('being counted', { state: 'closed' }),
    round('withdrawn', { state: 'sealed', withdrawn: true }),
    round('collecting', {}),
    round('to read', { state: 'sealed' }),
    round('short', { state: 'closed', choiceDue: true }),
    round('to check', { colleaguesConfirmed: false }),
    round('released', { state: 'released' }),
    round('cancelled before the check', { state: 'cancelled', colleaguesConfirmed: false }),
  ]);
  expect(names(waiting)).toEqual(['overdue', 'to check', 'short', 'to read', 'has a day']);
  expect(names(going)).toEqual(['collecting', 'being counted']);
  expect(names(ended)).toEqual(['withdrawn', 'released', 'cancelled before the check']);
});

test('whoever leads and coaches sees their own rounds apart from those of their leaders', () => {
  const { running, past, waiting } = orderRounds([
    round('theirs', { state: 'sealed' }),
    round('old', { as: 'leader', state: 'released' }),
    round('mine', { as: 'leader', state: 'sealed' }),
  ]);
  expect([names(running), names(past), names(waiting)]).toEqual([['mine'], ['old'], ['theirs']]);
});
