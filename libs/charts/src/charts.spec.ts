import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Chart, Shape } from './drawing';
import { dumbbell } from './dumbbell/dumbbell';
import { heatMap } from './heat-map/heat-map';
import { onPaper } from './on-paper';
import { quadrant } from './quadrant/quadrant';
import { toSvgText } from './svg-text';
import { trend } from './trend/trend';
import type { Point, Series, Voice } from './voices';
import { widthOf } from './wrap';

const voices: Voice[] = ['self', 'line_manager', 'peer', 'direct_report', 'other', 'others'];
const words = fc.oneof(
  fc.array(fc.stringMatching(/^[a-z]{1,60}$/), { minLength: 1, maxLength: 30 }).map((all) => all.join(' ')),
  fc.constant('Communicates a compelling vision of teaching to governors, partners and families, and checks what they have understood'),
);
const code = fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 })).map(([one, two]) => `${one}.${two}`);
const report = fc.record({ points: fc.integer({ min: 2, max: 7 }), rows: fc.integer({ min: 1, max: 8 }) }).chain(({ points, rows }) => {
  const value = fc.double({ min: 1, max: points, noNaN: true }).map((mean): Point => ({ value: mean, n: 4 }));
  const point = fc.oneof(value, fc.constant<Point>({ why: 'too few saw this' }));
  const six = fc.array(point, { minLength: voices.length, maxLength: voices.length });
  return fc.record({
    scale: fc.array(words, { minLength: points, maxLength: points }).map((all) => all.map((label, at) => ({ value: at + 1, label }))),
    series: fc.tuple(...voices.map((voice) => words.map((label): Series => ({ voice, label })))),
    rows: fc.array(fc.record({ code, label: words, points: six, verdict: words, clear: fc.boolean() }), {
      minLength: rows,
      maxLength: rows,
    }),
    highFrom: fc.double({ min: 1, max: points, noNaN: true }),
    moments: fc.array(words, { minLength: 1, maxLength: 3 }),
  });
});
type Report = typeof report extends fc.Arbitrary<infer One> ? One : never;

const charts: Record<string, (given: Report, width: number) => Chart> = {
  dumbbell: ({ rows, ...rest }, width) =>
    dumbbell(
      { ...rest, caption: '', rows: rows.map((row) => ({ ...row, gap: 'value' in first(row) && 'value' in last(row) ? 0.5 : null })) },
      width,
    ),
  quadrant: ({ rows, ...rest }, width) =>
    quadrant({ ...rest, caption: '', rows: rows.map((row) => ({ ...row, self: first(row), others: last(row) })) }, width),
  heatMap: (given, width) => heatMap({ ...given, caption: '' }, width),
  heatMapOfCodes: ({ rows, ...rest }, width) => heatMap({ ...rest, caption: '', rows: rows.map((row) => ({ ...row, label: '' })) }, width),
  trend: ({ rows, series, ...rest }, width) => {
    const two = [series[0], series[series.length - 1]].flatMap((one) => one ?? []);
    const overTime = (point: Point) => rest.moments.map(() => point);
    return trend(
      { ...rest, series: two, caption: '', rows: rows.map((row) => ({ ...row, points: [overTime(first(row)), overTime(last(row))] })) },
      width,
    );
  },
};
const first = ({ points }: { points: readonly Point[] }): Point => points[0] ?? { why: '' };
const last = ({ points }: { points: readonly Point[] }): Point => points.at(-1) ?? { why: '' };

const sizes: Record<string, number> = { axis: 13, legend: 13, number: 13, 'code-at': 13 };
const kind = ({ attributes }: Shape): string => String(attributes['class']);
const number = ({ attributes }: Shape, name: string): number => Number(attributes[name] ?? 0);

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
const boxOfText = (shape: Shape): Box => {
  const size = sizes[kind(shape)] ?? 15;
  const width = widthOf(shape.text ?? '', size);
  const left = number(shape, 'x') - ({ start: 0, middle: 0.5, end: 1 }[String(shape.attributes['text-anchor'])] ?? 0) * width;
  return { left, right: left + width, top: number(shape, 'y') - size * 0.75, bottom: number(shape, 'y') + size * 0.2 };
};
const around = (x: number, y: number, half: number): Box => ({ left: x - half, right: x + half, top: y - half, bottom: y + half });
const boxOfMark = (shape: Shape): Box[] => {
  if (shape.tag === 'circle') return [around(number(shape, 'cx'), number(shape, 'cy'), number(shape, 'r'))];
  if (shape.tag === 'rect') {
    const [left, top] = [number(shape, 'x'), number(shape, 'y')];
    return [{ left, top, right: left + number(shape, 'width'), bottom: top + number(shape, 'height') }];
  }
  if (kind(shape) !== 'group') return [];
  const places = [...String(shape.attributes['d']).matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)];
  return [{ left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }];
};
const meet = (a: Box, b: Box): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;

for (const [name, draw] of Object.entries(charts)) {
  test(`${name}: nothing in the picture is not a number, whatever is missing`, () => {
    fc.assert(
      fc.property(report, fc.integer({ min: 1, max: 1400 }), (given, width) => {
        const { drawing, summary } = draw(given, width);
        expect(toSvgText(drawing, summary, onPaper)).not.toMatch(/NaN|Infinity|undefined|null/);
        expect(Number.isFinite(drawing.height) && drawing.height > 0).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test(`${name}: on a narrow phone long words lie on no mark, on no other words, and leave the picture nowhere`, () => {
    fc.assert(
      fc.property(report, (given) => {
        const { drawing } = draw(given, 320);
        const marks = drawing.shapes.filter((shape) => !['plot', 'heat'].includes(kind(shape))).flatMap(boxOfMark);
        const said = drawing.shapes.filter(({ tag }) => tag === 'text').map((shape) => ({ shape, box: boxOfText(shape) }));
        for (const { shape, box } of said) {
          expect(box.left).toBeGreaterThanOrEqual(-0.5);
          expect(box.right).toBeLessThanOrEqual(drawing.width + 0.5);
          expect(box.bottom).toBeLessThanOrEqual(drawing.height);
          expect(marks.filter((mark) => meet(mark, box)).map(() => shape.text)).toEqual([]);
        }
        const over = said.flatMap((one, at) => said.slice(at + 1).filter((other) => meet(one.box, other.box)));
        expect(over.map(({ shape }) => shape.text)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test(`${name}: a cell that is withheld draws nothing, and the table says why`, () => {
    fc.assert(
      fc.property(report, (given) => {
        const withheld = {
          ...given,
          rows: given.rows.map((row) => ({ ...row, points: row.points.map(() => ({ why: 'too few saw this' })) })),
        };
        const { drawing, table } = draw(withheld, 640);
        const empty = draw({ ...given, rows: [] }, 640).drawing;
        const values = ({ shapes }: { shapes: readonly Shape[] }): number =>
          shapes.filter((shape) => /circle|rect|path/.test(shape.tag) || ['number', 'code-at'].includes(kind(shape))).length;
        expect(values(drawing)).toBe(values(empty));
        for (const { cells } of table.rows) expect(cells.every(({ missing, text }) => missing && text !== '')).toBe(true);
        expect(table.rows[0]?.cells[0]?.text).toBe('too few saw this');
      }),
      { numRuns: 20 },
    );
  });
}

test('a file on paper needs no style sheet of a page: every class has its colours written out', () => {
  expect(onPaper).not.toMatch(/var\(|light-dark|url\(/);
  fc.assert(
    fc.property(report, (given) => {
      const silent = new Set(['label', 'gap']);
      for (const draw of Object.values(charts))
        for (const shape of draw(given, 640).drawing.shapes)
          for (const one of kind(shape).split(' ')) expect(silent.has(one) || onPaper.includes(`.${one}`)).toBe(true);
    }),
    { numRuns: 10 },
  );
});
