/** Pixels. Text sizes are those of the kit's small and smallest text. */
export const SIZE = 15;
export const SMALL = 13;
export const LEADING = 20;
/** Between lines of small text. */
export const SMALL_LEADING = 16;

/** Below this width of a chart labels stand above what they are about. */
export const NARROW = 560;

/** The width that is drawn for a width that was asked for: nothing can be read below 240 pixels. */
export const drawnWidth = (asked: number): number => Math.max(240, Math.round(asked));
