import { expect, test } from '@jest/globals';
import { BehaviourReport, CellView, FirstPage, ScoreView, ShownGroup, WithheldReason, withheldInWords } from './read-report';

test('what is withheld never carries a number, not even by mistake', () => {
  expect(CellView.parse({ withheld: 'too_few_saw_it', mean: 3.5, n: 2 })).toEqual({ withheld: 'too_few_saw_it' });
  expect(ScoreView.parse({ mean: 3.5, withheld: 'too_few' })).toEqual({ withheld: 'too_few' });
});

test('a shown number is one number with its raters, and nothing else passes', () => {
  expect(CellView.parse({ mean: 3.5, n: 4, counts: [0, 1, 1, 1, 1] })).toEqual({ mean: 3.5, n: 4 });
  expect(CellView.safeParse({ mean: 3.5 }).success).toBe(false);
  expect(CellView.safeParse({ mean: Number.NaN, n: 4 }).success).toBe(false);
});

test('a line of the report says nothing of who stands in it but labels and how many', () => {
  const line = { code: 'together', label: 'Colleagues, together', raters: 4, withheld: null, folded: ['Peers'] };
  expect(ShownGroup.parse({ ...line, members: ['peer'], names: ['Sam'] })).toEqual(line);
});

test('a behaviour says what its gap means, and loses whatever else is put beside it', () => {
  const behaviour = {
    ...{ code: '1.1', text: 'Listens.', self: 4, lineManagers: [{ name: 'Mo Line', rating: 3 }] },
    ...{ groups: [{ mean: 3, n: 4 }], allOthers: { mean: 3, n: 5 }, gap: 1, verdict: 'self_higher' as const },
  };
  const withMore = { ...behaviour, spread: 0.4, allOthers: { ...behaviour.allOthers, counts: [0, 0, 5, 0, 0] } };
  expect(BehaviourReport.parse(withMore)).toEqual(behaviour);
  expect(BehaviourReport.safeParse({ ...behaviour, verdict: 'overrated' }).success).toBe(false);
});

test('a list of the first page holds three codes at most', () => {
  const page = { confirmedStrengths: ['1.1', '1.2', '1.3'], blindSpots: [], hiddenStrengths: ['2.1'] };
  expect(FirstPage.parse({ ...page, weakest: ['9.9'] })).toEqual(page);
  expect(FirstPage.safeParse({ ...page, blindSpots: ['1', '2', '3', '4'] }).success).toBe(false);
});

test('every reason has its words', () => {
  for (const reason of WithheldReason.options) expect(withheldInWords[reason]).not.toBe('');
});
