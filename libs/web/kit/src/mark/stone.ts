const SIDES = 7;
const OUTER = 48;
const TABLE = 21;
const CENTRE = 50;

/** Corner of a seven-sided figure with one corner straight up; `turn` counts corners clockwise from there. */
const corner = (radius: number, turn: number): string => {
  const angle = (2 * Math.PI * turn) / SIDES - Math.PI / 2;
  return `${(CENTRE + radius * Math.cos(angle)).toFixed(2)},${(CENTRE + radius * Math.sin(angle)).toFixed(2)}`;
};

/**
 * The cut stone seen from above, in a square of 100: seven facets between girdle and table, clockwise from the top.
 * Each is the `points` of an SVG polygon.
 */
export const facets: readonly string[] = Array.from({ length: SIDES }, (_, i) =>
  [corner(OUTER, i), corner(OUTER, i + 1), corner(TABLE, i + 1), corner(TABLE, i)].join(' '),
);
