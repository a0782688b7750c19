import type { DumbbellData, DumbbellRow } from '@facet/charts';
import type { QualityReport, ReportView } from '@facet/contract';
import { behavioursData } from '../quality/chart-data';

const hasFigureAt =
  (index: number) =>
  ({ points }: DumbbellRow): boolean => {
    const point = points[index];
    return point !== undefined && 'value' in point;
  };

/** The behaviours on which colleagues' numbers are shown, whatever their quality; null where there is none. */
export const shownFigures = (report: ReportView): DumbbellData | null => {
  const of = report.qualities.map((quality) => behavioursData(report, quality, 'framework'));
  const shown = new Set(
    report.qualities.flatMap(({ behaviours }) => behaviours.filter(({ allOthers }) => 'mean' in allOthers).map(({ code }) => code)),
  );
  const [first] = of;
  if (!first || shown.size === 0) return null;
  return {
    ...first,
    caption: 'The behaviours on which colleagues’ numbers are shown: mean and number of raters (n); gaps are taken before rounding',
    rows: of.flatMap(({ rows }) => rows.filter(({ code }) => shown.has(code))),
  };
};

/** What stands under a name on one quality: a column for each of leader and line managers who rated any of it; null where nobody did. */
export const namedFigures = (report: ReportView, quality: QualityReport): DumbbellData | null => {
  const data = behavioursData(report, quality, 'framework');
  const at = data.series.flatMap(({ voice }, index) =>
    (voice === 'self' || voice === 'line_manager') && data.rows.some(hasFigureAt(index)) ? [index] : [],
  );
  if (at.length === 0) return null;
  return {
    ...data,
    caption: `What was rated under a name on “${quality.name}”`,
    series: at.flatMap((index) => data.series[index] ?? []),
    rows: data.rows.map((row) => ({ ...row, points: at.flatMap((index) => row.points[index] ?? []), gap: null, verdict: null })),
  };
};
