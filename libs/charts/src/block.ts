import { text, type Shape } from './drawing';

/** Shapes and the y at which they end. */
export interface Block {
  readonly shapes: readonly Shape[];
  readonly bottom: number;
}

/** Lines of text below one another, the first one's baseline at y. */
export const lines = (
  kind: string,
  said: readonly string[],
  { x, y, leading, anchor = 'start' }: { x: number; y: number; leading: number; anchor?: 'start' | 'middle' | 'end' },
): Shape[] => said.map((words, index) => text(kind, x, y + index * leading, words, anchor));

/** Blocks below one another from `top` on. */
export const stack = <One>(all: readonly One[], top: number, block: (one: One, top: number) => Block): Block =>
  all.reduce<Block>(
    ({ shapes, bottom }, one) => {
      const next = block(one, bottom);
      return { shapes: [...shapes, ...next.shapes], bottom: next.bottom };
    },
    { shapes: [], bottom: top },
  );
