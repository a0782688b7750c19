import { lines, stack, type Block } from '../block';
import { box, faint, line, text, type Chart, type Shape } from '../drawing';
import { forDisplay } from '../for-display';
import { legend } from '../legend';
import { mark } from '../mark';
import { pointCell } from '../table-cells';
import { LEADING, SIZE } from '../text-sizes';
import { endsOf, valueOf } from '../voices';
import { wrap } from '../wrap';
import type { HeatMapData } from './data';
import { frame, type Frame } from './frame';
import { summary } from './summary';

const CELL = 30;
const BAR = 4;
/** The darkest shade still lets the number on it be read at 4.5:1, by day and by night. */
const [LIGHTEST, DARKEST] = [0.06, 0.42];

/** One shown cell: its number on a shade, above a bar as long as the number is high. What is withheld is no cell at all. */
const cell = (value: number, share: number, x: number, y: number, width: number): Shape[] => [
  faint(box('heat', x, y, width, CELL), LIGHTEST + (DARKEST - LIGHTEST) * share),
  box('bar', x, y + CELL - BAR, Math.max(2, width * share), BAR),
  text('number', x + width / 2, y + 18, forDisplay(value, 2), 'middle'),
];

const row =
  (data: HeatMapData, at: Frame) =>
  (one: HeatMapData['rows'][number], top: number): Block => {
    const [low, high] = endsOf(data.scale);
    const said = wrap(one.label, at.label.width, SIZE);
    const baseline = top + at.padding + LEADING - 5;
    const wordsBottom = top + at.padding + said.length * LEADING;
    const y = at.narrow ? wordsBottom + 4 : top + at.padding - 2;
    const { from, each } = at.cells;
    return {
      shapes: [
        line('rule', 0, top, at.width, top),
        text('code', 0, baseline, one.code),
        ...lines('label', said, { x: at.label.x, y: baseline, leading: LEADING }),
        ...data.series.flatMap((_, index) => {
          const value = valueOf(one.points[index]);
          return value === null ? [] : cell(value, (value - low) / (high - low), from + index * each + 2, y, each - 4);
        }),
      ],
      bottom: Math.max(wordsBottom, y + CELL) + at.padding,
    };
  };

/**
 * Every shown number of a report at a glance: a number on a shade, and below it a bar, so that height is told by more than colour.
 * Columns are headed by the marks of who speaks; a cell that may not be shown is left empty, and the table says why.
 *
 * @param width in CSS pixels; at least 240 is drawn. Below 560 labels stand above their cells; codes alone always beside them.
 */
export const heatMap = (data: HeatMapData, width: number): Chart => {
  const at = frame(data, width);
  const key = legend(
    data.series.map(({ voice, label }) => ({ label, mark: (x, y) => mark(voice, x, y) })),
    at.width,
  );
  const heads = data.series.map(({ voice }, index) => mark(voice, at.cells.from + (index + 0.5) * at.cells.each, key.bottom + 14));
  const body = stack(data.rows, key.bottom + 28, row(data, at));
  return {
    drawing: { width: at.width, height: Math.ceil(body.bottom), shapes: [...key.shapes, ...heads, ...body.shapes] },
    table: {
      caption: data.caption,
      columns: data.series.map(({ label }) => label),
      rows: data.rows.map(({ code, label, points }) => ({ code, label, cells: data.series.map((_, index) => pointCell(points[index])) })),
    },
    summary: summary(data),
  };
};
