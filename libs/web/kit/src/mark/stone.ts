const SIDES = 7;
const OUTER = 48;
const TABLE = 21;
const CENTRE = 50;

/** Corner of a figure of `sides` equal sides with one corner straight up; `turn` counts corners clockwise from there. */
const corner = (radius: number, turn: number, sides: number): string => {
  const angle = (2 * Math.PI * turn) / sides - Math.PI / 2;
  return `${(CENTRE + radius * Math.cos(angle)).toFixed(2)},${(CENTRE + radius * Math.sin(angle)).toFixed(2)}`;
};

/**
 * A cut stone seen from above, in a square of 100: `count` facets between girdle and table, clockwise from the top. Each is the
 * `points` of an SVG polygon. Fewer than three facets share a six-sided stone, since two sides enclose nothing.
 */
export const facetsOf = (count: number): readonly string[] => {
  const each = count < 3 ? 6 / count : 1;
  const sides = count * each;
  return Array.from({ length: count }, (_, i) => {
    const turns = Array.from({ length: each + 1 }, (_, j) => i * each + j);
    return [...turns.map((turn) => corner(OUTER, turn, sides)), ...turns.toReversed().map((turn) => corner(TABLE, turn, sides))].join(' ');
  });
};

/** The mark itself: seven facets for seven qualities. */
export const facets: readonly string[] = facetsOf(SIDES);
