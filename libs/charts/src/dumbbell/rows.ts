import { line, text, type Shape } from '../drawing';
import { gapForDisplay } from '../for-display';
import { wrap } from '../wrap';
import { valueOf, type DumbbellData, type DumbbellRow, type Series } from './data';
import { laneOf, LEADING, SIZE, SMALL, type Frame } from './frame';
import { isGroup, mark } from './mark';

/** Shapes and the y at which they end. */
export interface Block {
  readonly shapes: readonly Shape[];
  readonly bottom: number;
}

const PADDING = 10;
const VERDICT_LEADING = 16;

/** Marks from the lowest to the topmost: what is hollow lies over what is solid, so that equal values can be told apart. */
const order = ['line_manager', 'others', 'self'];

const plot = (row: DumbbellRow, series: readonly Series[], at: Frame, top: number): Shape[] => {
  const main = top + laneOf(false);
  const own = (voice: string) => valueOf(row.points[series.findIndex((one) => one.voice === voice)]);
  const [self, others] = [own('self'), own('others')];
  const marks = series
    .flatMap(({ voice }, index) => {
      const value = valueOf(row.points[index]);
      return value === null ? [] : [{ voice, shape: mark(voice, at.x(value), top + laneOf(isGroup(voice))) }];
    })
    .toSorted((a, b) => order.indexOf(a.voice) - order.indexOf(b.voice));
  return [
    line('track', at.plot.from, main, at.plot.to, main),
    ...(self === null || others === null ? [] : [line('distance', at.x(self), main, at.x(others), main)]),
    ...marks.map(({ shape }) => shape),
  ];
};

/** The gap with what it says below it, both at the right edge. */
const gap = ({ gap: distance, verdict }: DumbbellRow, { gap: place }: Frame, baseline: number): Block => {
  if (place === null) return { shapes: [], bottom: baseline };
  const said = verdict === null ? [] : wrap(verdict, place.width, SMALL);
  return {
    shapes: [
      text('gap', place.x, baseline, distance === null ? '–' : gapForDisplay(distance), 'end'),
      ...said.map((words, index) => text('axis', place.x, baseline + (index + 1) * VERDICT_LEADING, words, 'end')),
    ],
    bottom: baseline + said.length * VERDICT_LEADING + 4,
  };
};

const row = (one: DumbbellRow, series: readonly Series[], at: Frame, top: number): Block => {
  const lines = wrap(one.label, at.label.width, SIZE);
  const labelTop = top + PADDING;
  const baseline = labelTop + LEADING - 5;
  const compared = gap(one, at, baseline);
  const wordsBottom = Math.max(labelTop + lines.length * LEADING, compared.bottom);
  const plotTop = at.narrow ? wordsBottom + 2 : labelTop - 2;
  return {
    shapes: [
      text('code', 0, baseline, one.code),
      ...lines.map((words, index) => text('label', at.label.x, baseline + index * LEADING, words)),
      ...compared.shapes,
      ...plot(one, series, at, plotTop),
    ],
    bottom: Math.max(wordsBottom, plotTop + at.lanes) + PADDING,
  };
};

/** Every row below the other from `top` on, a rule between them. */
export const rows = (data: DumbbellData, at: Frame, top: number): Block =>
  data.rows.reduce<Block>(
    ({ shapes, bottom }, one) => {
      const next = row(one, data.series, at, bottom);
      return { shapes: [...shapes, line('rule', 0, bottom, at.width, bottom), ...next.shapes], bottom: next.bottom };
    },
    { shapes: [], bottom: top },
  );
