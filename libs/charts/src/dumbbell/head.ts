import { line, text, type Shape } from '../drawing';
import { widthOf } from '../wrap';
import type { DumbbellData } from './data';
import { LEADING, SMALL, type Frame } from './frame';
import { mark } from './mark';
import type { Block } from './rows';

/** Which mark is whose, in as many lines as the width asks for. */
export const legend = ({ series }: DumbbellData, at: Frame): Block => {
  const shapes: Shape[] = [];
  let [x, y] = [10, 12];
  for (const { voice, label } of series) {
    const width = 14 + widthOf(label, SMALL);
    if (x > 10 && x + width > at.width) [x, y] = [10, y + LEADING + 2];
    shapes.push(mark(voice, x, y), text('legend', x + 14, y + 4.5, label));
    x += width + 26;
  }
  return { shapes, bottom: y + LEADING };
};

/** The scale: its points as numbers, the two ends also in words, and the word over the column of gaps. */
export const axis = ({ scale }: DumbbellData, at: Frame, top: number): Block => {
  const words = top + 14;
  const numbers = words + 18;
  const [low, high] = [scale[0], scale.at(-1)];
  return {
    shapes: [
      ...(low ? [text('axis', at.plot.from, words, low.label)] : []),
      ...(high ? [text('axis', at.plot.to, words, high.label, 'end')] : []),
      ...scale.map(({ value }) => text('axis', at.x(value), numbers, String(value), 'middle')),
      ...(at.narrow || at.gap === null ? [] : [text('axis', at.gap.x, numbers, 'Gap', 'end')]),
    ],
    bottom: numbers + 8,
  };
};

export const grid = ({ scale }: DumbbellData, at: Frame, top: number, bottom: number): Shape[] =>
  scale.map(({ value }) => line('grid', at.x(value), top, at.x(value), bottom));
