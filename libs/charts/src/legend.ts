import { lines, type Block } from './block';
import type { Shape } from './drawing';
import { LEADING, SMALL, SMALL_LEADING } from './text-sizes';
import { widthOf, wrap } from './wrap';

/** A mark, drawn round a place that it is given, and what it stands for. */
export interface LegendEntry {
  readonly label: string;
  readonly mark: (x: number, y: number) => Shape;
}

const MARK = 10;
const WORDS = 24;

/** Which mark is whose: beside one another in as many lines as the width asks for; what is longer than a line is broken. */
export const legend = (entries: readonly LegendEntry[], width: number): Block => {
  const shapes: Shape[] = [];
  let [left, y, bottom] = [0, 12, 12];
  for (const { label, mark } of entries) {
    const said = wrap(label, width - WORDS, SMALL);
    const needed = WORDS + Math.max(0, ...said.map((words) => widthOf(words, SMALL)));
    if (left > 0 && left + needed > width) [left, y] = [0, bottom + LEADING + 2];
    shapes.push(mark(left + MARK, y), ...lines('legend', said, { x: left + WORDS, y: y + 4.5, leading: SMALL_LEADING }));
    bottom = Math.max(bottom, y + (said.length - 1) * SMALL_LEADING);
    left += needed + 12;
  }
  return { shapes, bottom: bottom + LEADING };
};
