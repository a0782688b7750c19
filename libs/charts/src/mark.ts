import { circle, outline, square, type Shape } from './drawing';
import type { Voice } from './voices';

/** Half the size of a small mark, in pixels. */
const SMALL = 5.5;

/** The mark of one voice: self a hollow ring, all others a solid dot, the line manager a square, groups small outlines. */
export const mark = (voice: Voice, x: number, y: number): Shape => {
  switch (voice) {
    case 'self':
      return circle('self', x, y, 8);
    case 'others':
      return circle('others', x, y, 5);
    case 'line_manager':
      return square('line-manager', x, y, 10);
    case 'peer':
      return outline('group', x, y, [
        [0, -SMALL],
        [SMALL, SMALL - 1],
        [-SMALL, SMALL - 1],
      ]);
    case 'direct_report':
      return outline('group', x, y, [
        [0, -SMALL],
        [SMALL, 0],
        [0, SMALL],
        [-SMALL, 0],
      ]);
    case 'other':
      return outline('group', x, y, [
        [-SMALL, 1 - SMALL],
        [SMALL, 1 - SMALL],
        [0, SMALL],
      ]);
    case 'together':
      return outline('group', x, y, [
        [-SMALL, 0],
        [-SMALL / 2, -SMALL + 1],
        [SMALL / 2, -SMALL + 1],
        [SMALL, 0],
        [SMALL / 2, SMALL - 1],
        [-SMALL / 2, SMALL - 1],
      ]);
  }
};

/** Groups stand on a line of their own below the dumbbell, or they would hide it. */
export const isGroup = (voice: Voice): boolean => voice !== 'self' && voice !== 'others' && voice !== 'line_manager';
