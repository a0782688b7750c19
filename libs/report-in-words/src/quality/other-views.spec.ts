import { heatMap, quadrant } from '@facet/charts';
import { expect, test } from '@jest/globals';
import { example, nearlyEmpty } from '../report.examples';
import { heatMapData, quadrantData } from './other-views';

test('self against all others holds every behaviour with the figures of its table, and says which cannot be compared', () => {
  const data = quadrantData(example);
  expect(data?.rows.map(({ code, clear, verdict }) => [code, clear, verdict])).toEqual([
    ['1.1', false, 'in line'],
    ['1.2', true, 'self higher'],
    ['2.1', false, null],
  ]);
  expect(data && quadrant(data, 480).summary).toBe(
    'Self against all others, high from 3.1: both high: 1.1, 1.2; 1 of 3 cannot be compared.',
  );
});

test('every number at a glance leaves a cell that is withheld empty, and the table says why', () => {
  const data = heatMapData(example);
  if (!data) throw new Error('The example shows numbers.');
  const { table, drawing } = heatMap(data, 640);
  expect(table.columns).toEqual(['Self', 'Mo Line (line manager)', 'Colleagues, together', 'All others']);
  expect(table.rows[2]?.cells.map(({ text }) => text)).toEqual(['not observed', 'not observed', 'too few saw this', 'too few saw this']);
  expect(drawing.shapes.filter(({ attributes }) => attributes['class'] === 'heat')).toHaveLength(8);
});

test('without a number of a confidential colleague there is no other way to see a report', () => {
  expect([quadrantData(nearlyEmpty), heatMapData(nearlyEmpty)]).toEqual([null, null]);
});
