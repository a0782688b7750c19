import type { HeatMapData, QuadrantData } from '@facet/charts';
import type { BehaviourReport, ReportView } from '@facet/contract';
import { behavioursData } from './chart-data';

type Rows = ReturnType<typeof behavioursData>['rows'];

const linesOf = (report: ReportView): Rows => report.qualities.flatMap((quality) => behavioursData(report, quality, 'framework').rows);

const seriesOf = (report: ReportView): HeatMapData['series'] =>
  report.qualities[0] ? behavioursData(report, report.qualities[0], 'framework').series : [];

const isClear = ({ verdict }: BehaviourReport): boolean => verdict === 'self_higher' || verdict === 'self_lower';

/** Every behaviour as a point, self against all others; null where nothing is set beside others. */
export const quadrantData = (report: ReportView): QuadrantData | null => {
  const series = seriesOf(report);
  const [self, others] = ['self', 'others'].map((voice) => series.findIndex((one) => one.voice === voice));
  const clear = new Set(report.qualities.flatMap(({ behaviours }) => behaviours.filter(isClear).map(({ code }) => code)));
  const rows = linesOf(report).flatMap(({ code, label, points, verdict }) => {
    const [x, y] = [points[self ?? -1], points[others ?? -1]];
    return x && y ? [{ code, label, self: x, others: y, verdict, clear: clear.has(code) }] : [];
  });
  if (!rows.some((row) => 'value' in row.self && 'value' in row.others)) return null;
  return { caption: 'Every behaviour, self against all others', scale: report.scale.points, highFrom: report.rules.highFrom, rows };
};

/** Every number of the behaviours that may be shown; null where no confidential colleague's is. */
export const heatMapData = (report: ReportView): HeatMapData | null => {
  const series = seriesOf(report);
  if (!series.some(({ voice }) => voice === 'others')) return null;
  return { caption: 'Every behaviour, and what each group gave', scale: report.scale.points, series, rows: linesOf(report) };
};
