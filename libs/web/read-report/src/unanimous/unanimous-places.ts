import type { QualityReport, ReportView } from '@facet/contract';

/** A shown cell whose mean says what each of its colleagues chose, as the coach reads it. */
export interface UnanimousPlace {
  readonly code: string;
  readonly text: string;
  readonly group: string;
  /** "1 (Not yet seen)" */
  readonly end: string;
  readonly lowest: boolean;
}

/** Where, in this quality, everybody in a group gave the same end of the scale. The report names such places to its coach alone. */
export const unanimousPlaces = ({ unanimous = [], groups, scale }: ReportView, quality: QualityReport): UnanimousPlace[] =>
  unanimous
    .filter((place) => place.quality === quality.code)
    .flatMap(({ behaviour: code, line }): UnanimousPlace[] => {
      const behaviour = quality.behaviours.find((one) => one.code === code);
      const at = groups.findIndex((group) => group.code === line);
      const cell = behaviour?.groups[at];
      if (!behaviour || !cell || 'withheld' in cell) return [];
      const point = scale.points.find(({ value }) => value === cell.mean);
      if (!point) return [];
      return [
        {
          code,
          text: behaviour.text,
          group: groups[at]?.label ?? '',
          end: `${point.value} (${point.label})`,
          lowest: point === scale.points[0],
        },
      ];
    });
