import { expect, test } from '@jest/globals';
import { example } from '../report.examples';
import { whoIsShown } from './who-is-shown';

test('everyone is named, and a group that is not shown says why without a count', () => {
  expect(whoIsShown(example)).toEqual([
    { who: 'Ada Okafor', how: 'The leader’s own view.' },
    { who: 'Mo Line', how: 'Line manager, shown under their name and told so before answering.' },
    {
      who: 'Colleagues, together',
      how: '8 colleagues answered. “Peers” and “Direct reports” are shown as one, because a group was too small to stand alone.',
    },
    { who: 'Governors and partners', how: 'Not shown: fewer than 3 answered.' },
  ]);
});

test('a group left out is said to be in no number', () => {
  const groups = example.groups.map((group) => ({ ...group, raters: null, withheld: 'group_left_out' as const }));
  expect(whoIsShown({ ...example, groups }).at(-1)?.how).toBe('Left out: none of their answers is in any number.');
});

test('without a self-assessment the report says so', () => {
  const qualities = example.qualities.map((quality) => ({
    ...quality,
    behaviours: quality.behaviours.map((behaviour) => ({ ...behaviour, self: null })),
  }));
  expect(whoIsShown({ ...example, qualities })[0]?.how).toBe('No self-assessment was sent, so there is no gap to show.');
});
