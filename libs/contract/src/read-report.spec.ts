import { expect, test } from '@jest/globals';
import { CellView, ScoreView, ShownGroup, WithheldReason, withheldInWords } from './read-report';

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

test('every reason has its words', () => {
  for (const reason of WithheldReason.options) expect(withheldInWords[reason]).not.toBe('');
});
