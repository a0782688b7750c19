import { lines, stack, type Block } from '../block';
import { line, path, text, type Chart, type Shape } from '../drawing';
import { legend } from '../legend';
import { mark } from '../mark';
import { LEADING, SIZE, SMALL, SMALL_LEADING } from '../text-sizes';
import { endsOf, valueOf, type Point, type Voice } from '../voices';
import { wrap } from '../wrap';
import type { TrendData } from './data';
import { frame, PLOT, type Frame } from './frame';
import { summary } from './summary';
import { table } from './table';

const PADDING = 10;

/** Runs of neighbouring moments that are shown: a moment that may not be shown breaks the line. */
const runs = (points: readonly Point[], at: Frame, top: number): (readonly [number, number])[][] =>
  points.reduce<(readonly [number, number])[][]>(
    (found, point, moment) => {
      const value = valueOf(point);
      if (value === null) return [...found, []];
      return [...found.slice(0, -1), [...(found.at(-1) ?? []), [at.x(moment), top + at.y(value)]]];
    },
    [[]],
  );

const voice = (who: Voice, points: readonly Point[], at: Frame, top: number): Shape[] => {
  const shown = runs(points, at, top);
  return [
    ...shown.filter((run) => run.length > 1).map((run) => path(`run run-${who}`, run)),
    ...shown.flat().map(([x, y]) => mark(who, x, y)),
  ];
};

const ground = ({ scale }: TrendData, at: Frame, top: number): Shape[] => {
  const ends = endsOf(scale);
  return [
    ...scale.map(({ value }) => line('grid', at.plot.from, top + at.y(value), at.plot.to, top + at.y(value))),
    ...ends.map((value) => text('axis', at.plot.from - 6, top + at.y(value) + 4.5, String(value), 'end')),
  ];
};

/** What each moment is called, below the plot. */
const moments = (data: TrendData, at: Frame, top: number): Block => {
  const said = data.moments.map((moment) => wrap(moment, at.moment - 8, SMALL));
  return {
    shapes: said.flatMap((words, index) => lines('axis', words, { x: at.x(index), y: top + 14, leading: SMALL_LEADING, anchor: 'middle' })),
    bottom: top + Math.max(1, ...said.map(({ length }) => length)) * SMALL_LEADING + 4,
  };
};

const row =
  (data: TrendData, at: Frame) =>
  (one: TrendData['rows'][number], top: number): Block => {
    const said = wrap(one.label, at.label.width, SIZE);
    const baseline = top + PADDING + LEADING - 5;
    const wordsBottom = top + PADDING + said.length * LEADING;
    const plotTop = at.narrow ? wordsBottom + 2 : top + PADDING;
    const named = moments(data, at, plotTop + PLOT);
    return {
      shapes: [
        line('rule', 0, top, at.width, top),
        text('code', 0, baseline, one.code),
        ...lines('label', said, { x: at.label.x, y: baseline, leading: LEADING }),
        ...ground(data, at, plotTop),
        ...data.series
          .toReversed()
          .flatMap(({ voice: who }, index) => voice(who, one.points[data.series.length - 1 - index] ?? [], at, plotTop)),
        ...named.shapes,
      ],
      bottom: Math.max(wordsBottom, named.bottom) + PADDING,
    };
  };

/**
 * How the same behaviours or qualities stood at several moments: one small plot a row, the scale upright, time from left to right.
 *
 * @param width in CSS pixels; at least 240 is drawn. Below 560 labels stand above their plots.
 */
export const trend = (data: TrendData, width: number): Chart => {
  const at = frame(data, width);
  const key = legend(
    data.series.map(({ voice: who, label }) => ({ label, mark: (x, y) => mark(who, x, y) })),
    at.width,
  );
  const body = stack(data.rows, key.bottom + 4, row(data, at));
  return {
    drawing: { width: at.width, height: Math.ceil(body.bottom), shapes: [...key.shapes, ...body.shapes] },
    table: table(data),
    summary: summary(data),
  };
};
