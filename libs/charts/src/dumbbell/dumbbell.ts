import type { Chart } from '../drawing';
import { legend } from '../legend';
import { mark } from '../mark';
import type { DumbbellData } from './data';
import { frame } from './frame';
import { axis, grid } from './head';
import { rows } from './rows';
import { summary } from './summary';
import { table } from './table';

/**
 * The report's main chart: on each row the leader's own view as a hollow ring, all others as a solid dot, the distance between
 * them, line managers as squares, and groups as small outlines below (after Cleveland's dot plot, 1984).
 *
 * @param width in CSS pixels; at least 240 is drawn. Below 560 labels stand above their lines.
 */
export const dumbbell = (data: DumbbellData, width: number): Chart => {
  const at = frame(data, width);
  const key = legend(
    data.series.map(({ voice, label }) => ({ label, mark: (x, y) => mark(voice, x, y) })),
    at.width,
  );
  const head = axis(data, at, key.bottom);
  const body = rows(data, at, head.bottom);
  return {
    drawing: {
      width: at.width,
      height: Math.ceil(body.bottom),
      shapes: [...grid(data, at, head.bottom, body.bottom), ...key.shapes, ...head.shapes, ...body.shapes],
    },
    table: table(data),
    summary: summary(data),
  };
};
