import type { Snapshot } from './snapshot';

/** A shown cell in which everybody gave the same end of the scale. */
export interface UnanimousEnd {
  readonly quality: string;
  readonly behaviour: string;
  /** Code of the line. */
  readonly line: Snapshot['groups'][number]['code'];
}

/**
 * Shown cells whose mean is exactly the lowest or the highest point: no threshold keeps such a mean from saying what each of its
 * colleagues chose, so the coach is told where it happens. Means are rounded from exact fractions, and the points are whole numbers: one
 * that equals an end of the scale is of raters who all gave it.
 *
 * @returns in the order of the report: by behaviour, then by line
 */
export const unanimousEnds = ({ scale, groups, qualities }: Pick<Snapshot, 'scale' | 'groups' | 'qualities'>): UnanimousEnd[] => {
  const ends = [scale.points.at(0)?.value, scale.points.at(-1)?.value];
  return qualities.flatMap((quality) =>
    quality.behaviours.flatMap((behaviour) =>
      behaviour.groups.flatMap((cell, index) => {
        const line = groups[index];
        return line && 'mean' in cell && ends.includes(cell.mean)
          ? [{ quality: quality.code, behaviour: behaviour.code, line: line.code }]
          : [];
      }),
    ),
  );
};
