import type { QualityReport } from '@facet/contract';
import { expect, test } from '@jest/globals';
import { example, withheldByAudit } from '../report.examples';
import { isWithheldByAudit, readingsOf } from './reading';

const [listens, plans] = example.qualities;
if (!listens || !plans) throw new Error('The example has two qualities.');
const read = (changed: Partial<QualityReport>) => readingsOf({ ...listens, ...changed });

test('a quality says in words how self stands beside others, and how far colleagues agree', () => {
  expect(read({}).map(({ about, short }) => [about, short])).toEqual([
    ['Self beside all others', '+0.33, in line'],
    ['Agreement among colleagues', 'Mixed'],
  ]);
  expect(read({})[0]?.sentences).toBe('Others rate this high, and self is not clearly apart from them.');
});

test('what is too close to call explains itself before anything else', () => {
  const [comparison] = read({ verdict: 'too_close', classification: 'agree_low' });
  expect(comparison?.sentences).toMatch(/^The gap looks large, but so few colleagues .* Others do not rate this high/);
});

test('where self left out a behaviour that others are shown on, the gap says what each side is made of', () => {
  const [first, ...others] = listens.behaviours;
  if (!first) throw new Error('The quality has behaviours.');
  const [comparison] = read({ behaviours: [{ ...first, self: null }, ...others] });
  expect(comparison?.sentences).toBe(
    'Others rate this high, and self is not clearly apart from them. ' +
      'Self rated 1 of the 2 behaviours that others are shown on: its score is of that one, theirs of all 2.',
  );
  const unseen = { ...first, self: null, allOthers: { withheld: 'too_few_saw_it' as const } };
  expect(read({ behaviours: [unseen, ...others] })[0]?.sentences).not.toContain('Self rated');
});

test('where no word for agreement can be given, it says why', () => {
  expect(read({ agreement: null })[1]).toEqual({
    about: 'Agreement among colleagues',
    short: 'Too few rated all of it',
    sentences: 'Too few colleagues rated every behaviour of this quality to say how far they agree.',
  });
});

test('where there is nothing to compare, it says which side is missing', () => {
  expect(readingsOf(plans)[0]?.short).toBe('Too few saw this');
  expect(read({ self: null, gap: null, verdict: null, classification: null })[0]?.short).toBe('No own view');
});

test('a quality that the audit withheld is known as such, and no other is', () => {
  expect(withheldByAudit.qualities.map(isWithheldByAudit)).toEqual([true, false]);
  expect(example.qualities.map(isWithheldByAudit)).toEqual([false, false]);
});
