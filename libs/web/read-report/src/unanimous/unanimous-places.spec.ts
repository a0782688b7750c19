import type { ReportView } from '@facet/contract';
import { expect, test } from '@jest/globals';
import { example } from '@facet/report-in-words/examples';
import { unanimousPlaces } from './unanimous-places';

const [listens, plans] = example.qualities;
if (!listens || !plans) throw new Error('The example has two qualities.');
const allAt = (mean: number) => ({
  ...listens,
  behaviours: listens.behaviours.map((one) =>
    one.code === '1.2' ? { ...one, groups: [{ mean, n: 8 }, { withheld: 'too_few' as const }] } : one,
  ),
});
const unanimous: ReportView['unanimous'] = [{ quality: '1', behaviour: '1.2', line: 'together' }];
const report = { ...example, unanimous };

test('the coach reads which group, which behaviour and which end of the scale', () => {
  expect(unanimousPlaces(report, allAt(4))).toEqual([
    { code: '1.2', text: 'Asks again.', group: 'Colleagues, together', end: '4 (Seen consistently)', lowest: false },
  ]);
  expect(unanimousPlaces(report, allAt(1)).map(({ end, lowest }) => [end, lowest])).toEqual([['1 (Not yet seen)', true]]);
});

test('a place is named in its own quality alone, and not at all where the report names none', () => {
  expect(unanimousPlaces(report, plans)).toEqual([]);
  expect(unanimousPlaces(example, allAt(4))).toEqual([]);
});

test('what is withheld is never marked', () => {
  const elsewhere = { ...example, unanimous: [{ quality: '1', behaviour: '1.2', line: 'other' as const }] };
  expect(unanimousPlaces(elsewhere, allAt(4))).toEqual([]);
});
