import { lines, stack, type Block } from '../block';
import { line, text, type Shape } from '../drawing';
import { gapForDisplay } from '../for-display';
import { isGroup, mark } from '../mark';
import { LEADING, SIZE, SMALL, SMALL_LEADING } from '../text-sizes';
import { valueOf, type Series } from '../voices';
import { wrap } from '../wrap';
import type { DumbbellData, DumbbellRow } from './data';
import { laneOf, type Frame } from './frame';

const PADDING = 10;

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
      ...lines('axis', said, { x: place.x, y: baseline + SMALL_LEADING, leading: SMALL_LEADING, anchor: 'end' }),
    ],
    bottom: baseline + said.length * SMALL_LEADING + 4,
  };
};

const row = (one: DumbbellRow, series: readonly Series[], at: Frame, top: number): Block => {
  const said = wrap(one.label, at.label.width, SIZE);
  const labelTop = top + PADDING;
  const baseline = labelTop + LEADING - 5;
  const compared = gap(one, at, baseline);
  const wordsBottom = Math.max(labelTop + said.length * LEADING, compared.bottom);
  const plotTop = at.narrow ? wordsBottom + 2 : labelTop - 2;
  return {
    shapes: [
      text('code', 0, baseline, one.code),
      ...lines('label', said, { x: at.label.x, y: baseline, leading: LEADING }),
      ...compared.shapes,
      ...plot(one, series, at, plotTop),
    ],
    bottom: Math.max(wordsBottom, plotTop + at.lanes) + PADDING,
  };
};

/** Every row below the other from `top` on, a rule between them. */
export const rows = (data: DumbbellData, at: Frame, top: number): Block =>
  stack(data.rows, top, (one, start) => {
    const { shapes, bottom } = row(one, data.series, at, start);
    return { shapes: [line('rule', 0, start, at.width, start), ...shapes], bottom };
  });
