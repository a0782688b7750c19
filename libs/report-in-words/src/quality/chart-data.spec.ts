import { expect, test } from '@jest/globals';
import { example, nearlyEmpty } from '../report.examples';
import { behavioursData, qualitiesData } from './chart-data';

const [listens, plans] = example.qualities;
if (!listens || !plans) throw new Error('The example has two qualities.');

test('a chart shows self, the line manager, the groups that may be shown and all others, and no group that may not', () => {
  expect(qualitiesData(example, 'framework').series.map(({ label }) => label)).toEqual([
    'Self',
    'Mo Line (line manager)',
    'Colleagues, together',
    'All others',
  ]);
});

test('the lines stand as in the framework unless the reader asks for the order by gap', () => {
  const codes = (order: 'framework' | 'gap') => behavioursData(example, listens, order).rows.map(({ code }) => code);
  expect(codes('framework')).toEqual(['1.1', '1.2']);
  expect(codes('gap')).toEqual(['1.2', '1.1']);
});

test('by gap, what cannot be compared comes last', () => {
  const reversed = { ...example, qualities: example.qualities.toReversed() };
  expect(qualitiesData(reversed, 'framework').rows.map(({ code }) => code)).toEqual(['2', '1']);
  expect(qualitiesData(reversed, 'gap').rows.map(({ code }) => code)).toEqual(['1', '2']);
});

test('a number carries its raters, and what is missing says why', () => {
  expect(behavioursData(example, listens, 'framework').rows[0]?.points).toEqual([
    { value: 4, n: null },
    { value: 4, n: null },
    { value: 3.875, n: 8 },
    { value: 3.888888888888889, n: 9 },
  ]);
  expect(behavioursData(example, plans, 'framework').rows[0]?.points).toEqual([
    { why: 'not observed' },
    { why: 'not observed' },
    { why: 'too few saw this' },
    { why: 'too few saw this' },
  ]);
});

test('where no group may be shown, all others are not mentioned', () => {
  expect(qualitiesData(nearlyEmpty, 'framework').series.map(({ label }) => label)).toEqual(['Self', 'Mo Line (line manager)']);
});
