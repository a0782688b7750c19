import type { Block } from '../block';
import { lines } from '../block';
import { line, text, type Shape } from '../drawing';
import { SMALL, SMALL_LEADING } from '../text-sizes';
import { wrap } from '../wrap';
import type { DumbbellData } from './data';
import type { Frame } from './frame';

/** The scale: its points as numbers, the two ends also in words, and the word over the column of gaps. */
export const axis = ({ scale }: DumbbellData, at: Frame, top: number): Block => {
  const half = (at.plot.to - at.plot.from) / 2 - 8;
  const [low, high] = [wrap(scale[0]?.label ?? '', half, SMALL), wrap(scale.at(-1)?.label ?? '', half, SMALL)];
  const words = top + 14;
  const numbers = words + Math.max(low.length, high.length, 1) * SMALL_LEADING + 2;
  return {
    shapes: [
      ...lines('axis', low, { x: at.plot.from, y: words, leading: SMALL_LEADING }),
      ...lines('axis', high, { x: at.plot.to, y: words, leading: SMALL_LEADING, anchor: 'end' }),
      ...scale.map(({ value }) => text('axis', at.x(value), numbers, String(value), 'middle')),
      ...(at.narrow || at.gap === null ? [] : [text('axis', at.gap.x, numbers, 'Gap', 'end')]),
    ],
    bottom: numbers + 8,
  };
};

export const grid = ({ scale }: DumbbellData, at: Frame, top: number, bottom: number): Shape[] =>
  scale.map(({ value }) => line('grid', at.x(value), top, at.x(value), bottom));
