import { lines } from '../block';
import { box, circle, line, text, type Chart, type Shape } from '../drawing';
import { legend } from '../legend';
import { drawnWidth, SMALL, SMALL_LEADING } from '../text-sizes';
import { endsOf, valueOf } from '../voices';
import { wrap } from '../wrap';
import type { QuadrantData } from './data';
import { frame, type Frame } from './frame';
import { placeCodes, type Spot } from './place-codes';
import { regionInWords } from './regions';
import { summary } from './summary';
import { table } from './table';

const dot = (clear: boolean) => (x: number, y: number) => circle(clear ? 'apart' : 'together', x, y, 5);

/** The words of two regions side by side, outside the plot. */
const words = (left: string, right: string, width: number, top: number) => {
  const half = width / 2 - 8;
  const [one, other] = [wrap(left, half, SMALL), wrap(right, half, SMALL)];
  return {
    shapes: [
      ...lines('axis', one, { x: 0, y: top + 14, leading: SMALL_LEADING }),
      ...lines('axis', other, { x: width, y: top + 14, leading: SMALL_LEADING, anchor: 'end' }),
    ],
    bottom: top + Math.max(one.length, other.length) * SMALL_LEADING + 6,
  };
};

const ground = ({ scale, highFrom }: QuadrantData, at: Frame): Shape[] => {
  const { left, top, side } = at.plot;
  const [low, high] = endsOf(scale);
  return [
    box('plot', left, top, side, side),
    ...scale.flatMap(({ value }) => [
      line('grid', at.x(value), top, at.x(value), top + side),
      line('grid', left, at.y(value), left + side, at.y(value)),
      text('axis', at.x(value), top + side + 16, String(value), 'middle'),
      text('axis', left - 8, at.y(value) + 4.5, String(value), 'end'),
    ]),
    line('equal', at.x(low), at.y(low), at.x(high), at.y(high)),
    line('boundary', at.x(highFrom), top, at.x(highFrom), top + side),
    line('boundary', left, at.y(highFrom), left + side, at.y(highFrom)),
  ];
};

const spots = ({ rows }: QuadrantData, at: Frame): (Spot & { readonly clear: boolean })[] =>
  rows.flatMap(({ code, self, others, clear }) => {
    const [x, y] = [valueOf(self), valueOf(others)];
    return x === null || y === null ? [] : [{ code, clear, x: at.x(x) - at.plot.left, y: at.y(y) - at.plot.top }];
  });

const points = (data: QuadrantData, at: Frame): Shape[] => {
  const { left, top, side } = at.plot;
  const found = spots(data, at);
  const codes = placeCodes(found, side);
  return [
    ...codes.filter(({ led }) => led).map(({ x, y, at: to }) => line('lead', left + x, top + y, left + to.x, top + to.y)),
    ...found.map(({ x, y, clear }) => dot(clear)(left + x, top + y)),
    ...codes.map(({ code, at: to }) => text('code-at', left + to.x, top + to.y + 4.5, code, 'middle')),
  ];
};

/**
 * Self against all others: what lies on the dashed line is seen alike, what lies above it others see more of than self does. The two
 * lines across are where a score begins to count as high; what their four fields mean stands outside, so that no word lies on a mark.
 *
 * @param width in CSS pixels; at least 240 is drawn, and a square of at most 480
 */
export const quadrant = (data: QuadrantData, width: number): Chart => {
  const drawn = Math.min(drawnWidth(width), frame(data, width, 0).width);
  const key = legend(
    [
      { label: 'Clearly apart', mark: dot(true) },
      { label: 'In line, or too close to call', mark: dot(false) },
      { label: 'Self and all others equal', mark: (x, y) => line('equal', x - 9, y + 5, x + 9, y - 5) },
    ],
    drawn,
  );
  const axes = wrap('Upwards: all others. To the right: self.', drawn, SMALL);
  const above = words(regionInWords.others, regionInWords.both, drawn, key.bottom + axes.length * SMALL_LEADING);
  const at = frame(data, width, above.bottom);
  const below = words(regionInWords.neither, regionInWords.self, drawn, at.plot.top + at.plot.side + 20);
  return {
    drawing: {
      width: drawn,
      height: Math.ceil(below.bottom),
      shapes: [
        ...key.shapes,
        ...lines('axis', axes, { x: 0, y: key.bottom + 12, leading: SMALL_LEADING }),
        ...[...above.shapes, ...ground(data, at), ...points(data, at), ...below.shapes],
      ],
    },
    table: table(data),
    summary: summary(data),
  };
};
