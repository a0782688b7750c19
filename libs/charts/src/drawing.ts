/** One SVG element as plain data. `text` is what a text element says; it is never markup. */
export interface Shape {
  readonly tag: 'circle' | 'line' | 'path' | 'rect' | 'text';
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly text?: string;
}

/**
 * A picture as plain data, in CSS pixels: a page makes elements of it without parsing markup, a document writes it out as text.
 * Shapes carry classes (`self`, `others`, `line-manager`, `axis`, `grid`, `label` …) and no colours: those belong to the surface, a page's
 * style sheet or `onPaper`.
 */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

export interface Table {
  readonly caption: string;
  /** Heads of the columns after the first, which names the row. */
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly code: string;
    readonly label: string;
    /** A value to two decimals, or in words why there is none; `n` where the number of raters is shown; `note` what a gap says. */
    readonly cells: readonly {
      readonly text: string;
      readonly n: number | null;
      readonly note: string | null;
      readonly missing: boolean;
    }[];
  }[];
}

export interface Chart {
  readonly drawing: Drawing;
  /** The same figures, exact to two decimals. */
  readonly table: Table;
  /** One sentence with the main point: the picture's caption and its alternative text. */
  readonly summary: string;
}

/** One decimal is finer than any screen's pixel, and keeps drawings equal on every machine. */
const tidy = (value: number): number => Math.round(value * 10) / 10;

const shape = (tag: Shape['tag'], kind: string, numbers: Readonly<Record<string, number>>): Shape => ({
  tag,
  attributes: { class: kind, ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, tidy(value)])) },
});

export const line = (kind: string, x1: number, y1: number, x2: number, y2: number): Shape => shape('line', kind, { x1, y1, x2, y2 });
export const circle = (kind: string, cx: number, cy: number, r: number): Shape => shape('circle', kind, { cx, cy, r });
export const square = (kind: string, cx: number, cy: number, side: number): Shape =>
  shape('rect', kind, { x: cx - side / 2, y: cy - side / 2, width: side, height: side });

export const box = (kind: string, x: number, y: number, width: number, height: number): Shape =>
  shape('rect', kind, { x, y, width, height });

/** The same shape, seen through: 0 is not there at all, 1 hides what lies below. */
export const faint = (one: Shape, opacity: number): Shape => ({
  ...one,
  attributes: { ...one.attributes, 'fill-opacity': Math.round(opacity * 100) / 100 },
});

/** A line from place to place. */
export const path = (kind: string, places: readonly (readonly [number, number])[]): Shape => ({
  tag: 'path',
  attributes: { class: kind, d: `M${places.map(([x, y]) => `${tidy(x)} ${tidy(y)}`).join('L')}` },
});

/** A closed outline through points given from its centre. */
export const outline = (kind: string, cx: number, cy: number, corners: readonly (readonly [number, number])[]): Shape => ({
  tag: 'path',
  attributes: { class: kind, d: `M${corners.map(([x, y]) => `${tidy(cx + x)} ${tidy(cy + y)}`).join('L')}Z` },
});

export const text = (kind: string, x: number, y: number, said: string, anchor: 'start' | 'middle' | 'end' = 'start'): Shape => ({
  tag: 'text',
  attributes: { class: kind, x: tidy(x), y: tidy(y), 'text-anchor': anchor },
  text: said,
});
