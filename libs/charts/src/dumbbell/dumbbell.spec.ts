import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Shape } from '../drawing';
import { mark } from '../mark';
import { toSvgText } from '../svg-text';
import type { Point, Voice } from '../voices';
import type { DumbbellData } from './data';
import { dumbbell } from './dumbbell';

const scale = ['not yet seen', 'seen a little', 'seen in some situations', 'seen in most situations', 'seen consistently'].map(
  (label, index) => ({ value: index + 1, label }),
);
const withheld: Point = { why: 'too few saw this' };
const data: DumbbellData = {
  caption: 'The seven qualities',
  scale,
  series: [
    { voice: 'self', label: 'Self' },
    { voice: 'line_manager', label: 'Mo Line' },
    { voice: 'peer', label: 'Peers' },
    { voice: 'others', label: 'All others' },
  ],
  rows: [
    {
      code: '1',
      label: 'Listens',
      points: [
        { value: 4.5, n: null },
        { value: 4, n: null },
        { value: 3.875, n: 4 },
        { value: 3.9, n: 5 },
      ],
      gap: 0.6,
      verdict: 'self higher',
    },
    {
      code: '2',
      label: 'Plans',
      points: [
        { value: 3, n: null },
        { value: 4, n: null },
        { value: 3.5, n: 4 },
        { value: 3.6, n: 5 },
      ],
      gap: -0.6,
      verdict: 'too close to call',
    },
    {
      code: '3',
      label: 'Tells "the truth" & <listens>',
      points: [{ value: 5, n: null }, { why: 'not observed' }, withheld, withheld],
      gap: null,
      verdict: null,
    },
  ],
};
const number = (shape: Shape | undefined, name: string): number => Number(shape?.attributes[name]);
const marks = (chart: ReturnType<typeof dumbbell>, kind: string): Shape[] =>
  chart.drawing.shapes.filter(({ attributes }) => attributes['class'] === kind);
const everyVoice: Voice[] = ['self', 'others', 'line_manager', 'peer', 'direct_report', 'other', 'together'];

test('self is a ring, all others a dot, the line manager a square, each where its value lies on the scale', () => {
  const chart = dumbbell(data, 800);
  const [legend, first] = marks(chart, 'others');
  expect(legend?.tag).toBe('circle');
  const ticks = marks(chart, 'axis').filter(({ text }) => text === '3' || text === '4');
  const [three, four] = ticks.map((tick) => number(tick, 'x'));
  expect(number(first, 'cx')).toBeCloseTo((three ?? 0) + 0.9 * ((four ?? 0) - (three ?? 0)), 0);
  expect(marks(chart, 'self')).toHaveLength(1 + 3);
  expect(marks(chart, 'line-manager').every(({ tag }) => tag === 'rect')).toBe(true);
});

test('whoever speaks can be told apart without colour', () => {
  const shapes = everyVoice.map((voice) =>
    JSON.stringify({ ...mark(voice, 50, 50), attributes: { ...mark(voice, 50, 50).attributes, class: '' } }),
  );
  expect(new Set(shapes).size).toBe(everyVoice.length);
});

test('what is withheld leaves no mark and says why in the table', () => {
  const chart = dumbbell(data, 800);
  expect(marks(chart, 'group')).toHaveLength(1 + 2);
  expect(marks(chart, 'others')).toHaveLength(1 + 2);
  expect(chart.table.rows[2]?.cells.map(({ text }) => text)).toEqual([
    '5.00',
    'not observed',
    'too few saw this',
    'too few saw this',
    'cannot be compared',
  ]);
});

test('the table holds every figure to two decimals with its number of raters', () => {
  const { columns, rows } = dumbbell(data, 800).table;
  expect(columns).toEqual(['Self', 'Mo Line', 'Peers', 'All others', 'Gap']);
  expect(rows[0]?.cells.map(({ text, n }) => [text, n])).toEqual([
    ['4.50', null],
    ['4.00', null],
    ['3.88', 4],
    ['3.90', 5],
    ['+0.60', null],
  ]);
});

test('what a gap says stands beside it, in the table and in the picture, and nothing stands where there is no gap', () => {
  const chart = dumbbell(data, 800);
  expect(chart.table.rows.map(({ cells }) => cells.at(-1)?.note)).toEqual(['self higher', 'too close to call', null]);
  expect(chart.table.rows.flatMap(({ cells }) => cells.slice(0, -1)).every(({ note }) => note === null)).toBe(true);
  const said = marks(chart, 'axis').filter(({ attributes }) => attributes['text-anchor'] === 'end' && attributes['x'] === 800);
  expect(said.map(({ text }) => text)).toEqual(['Gap', 'self higher', 'too close', 'to call']);
});

test('one sentence says where self stands furthest above and below, and how much cannot be compared', () => {
  expect(dumbbell(data, 800).summary).toBe(
    'Self stands furthest above all others on “Listens” (+0.60: 4.50 beside 3.90) and furthest below on “Plans” (−0.60: 3.00 beside 3.60); 1 of 3 cannot be compared.',
  );
  expect(dumbbell({ ...data, rows: data.rows.slice(2) }, 800).summary).toBe(
    'Self and all others cannot be compared here: one of the two is missing on every line.',
  );
  const agreed = data.rows.slice(0, 1).map((row) => ({ ...row, gap: 0 }));
  expect(dumbbell({ ...data, rows: agreed }, 800).summary).toBe('Self and all others agree on every line that can be compared.');
});

test('where nobody else is shown, nothing is compared: no gap, and the sentence says so', () => {
  const alone = {
    ...data,
    series: data.series.slice(0, 2),
    rows: data.rows.map((row) => ({ ...row, points: row.points.slice(0, 2), gap: null, verdict: null })),
  };
  const chart = dumbbell(alone, 800);
  expect(marks(chart, 'gap')).toEqual([]);
  expect(chart.table.columns).toEqual(['Self', 'Mo Line']);
  expect(chart.summary).toBe('Shown: Self, Mo Line. Too few others answered to compare with.');
});

test('at the width of a phone nothing leaves the picture, and labels stand above their lines', () => {
  const points = fc.record({ value: fc.double({ min: 1, max: 5, noNaN: true }), n: fc.constant(null) });
  fc.assert(
    fc.property(fc.integer({ min: 240, max: 1200 }), fc.array(points, { minLength: 4, maxLength: 4 }), (width, values) => {
      const { drawing } = dumbbell(
        {
          ...data,
          rows: [{ code: '1.1', label: 'Stands back from detail and sees patterns', points: values, gap: 1, verdict: 'too close to call' }],
        },
        width,
      );
      for (const { tag, attributes } of drawing.shapes) {
        const x = Number(attributes['cx'] ?? attributes['x'] ?? 0);
        const y = Number(attributes['cy'] ?? attributes['y'] ?? 0);
        expect(tag === 'path' || (x >= 0 && x <= drawing.width && y >= 0 && y <= drawing.height)).toBe(true);
      }
    }),
  );
});

test('row 23: words in a chart stay words when it is written out as a file', () => {
  const { drawing, summary } = dumbbell(data, 800);
  const svg = toSvgText(drawing, `${summary}\u0000`, '.self { fill: none }');
  expect(svg).toContain('Tells &quot;the truth&quot; &amp; &lt;listens&gt;');
  expect(svg).not.toMatch(/<listens>|\u0000/);
  expect(svg).toContain('<style>.self { fill: none }</style>');
  expect(svg.match(/<svg/g)).toHaveLength(1);
});
