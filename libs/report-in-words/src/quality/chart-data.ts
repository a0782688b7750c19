import type { DumbbellData, DumbbellRow, Point, Series } from '@facet/charts';
import {
  type BehaviourReport,
  type CellView,
  type QualityReport,
  type ReportView,
  type ScoreView,
  type Verdict,
  verdictInWords,
  withheldInWords,
} from '@facet/contract';
import { hasOwnView } from '../people/who-is-shown';

/** As in the framework, or by gap: self furthest above all others first, what cannot be compared last. */
export type Order = 'framework' | 'gap';

/** What stands where there is no number and nobody withheld one; the chart itself says the last. */
export const missingInWords = {
  notObserved: 'not observed',
  notSent: 'not sent',
  nothingToCompare: 'nothing to compare with',
  gap: 'cannot be compared',
} as const;

const figure = (view: CellView | ScoreView): Point => {
  if ('withheld' in view) return { why: withheldInWords[view.withheld] };
  return { value: view.mean, n: 'n' in view ? view.n : null };
};
const single = (value: number | null, why: string): Point => (value === null ? { why } : { value, n: null });

const said = (verdict: Verdict | null): string | null => (verdict === null ? null : verdictInWords[verdict].short);

const shownAt = ({ groups }: ReportView): number[] => groups.flatMap(({ withheld }, at) => (withheld === null ? [at] : []));

const comparesWithOthers = (report: ReportView): boolean => shownAt(report).length > 0;

const others = (report: ReportView, view: CellView | ScoreView): Point[] => (comparesWithOthers(report) ? [figure(view)] : []);

const series = (report: ReportView): Series[] => [
  { voice: 'self', label: 'Self' },
  ...(report.qualities[0]?.lineManagers ?? []).map(({ name }): Series => ({ voice: 'line_manager', label: `${name} (line manager)` })),
  ...shownAt(report).flatMap((at): Series[] => {
    const line = report.groups[at];
    return line ? [{ voice: line.code, label: line.label }] : [];
  }),
  ...(comparesWithOthers(report) ? [{ voice: 'others', label: 'All others' } as const] : []),
];

const byGap = (a: DumbbellRow, b: DumbbellRow): number => {
  if (a.gap === null || b.gap === null) return Number(a.gap === null) - Number(b.gap === null);
  return b.gap - a.gap;
};

const ordered = (rows: readonly DumbbellRow[], order: Order): readonly DumbbellRow[] =>
  order === 'framework' ? rows : rows.toSorted(byGap);

const qualityRow = (report: ReportView, quality: QualityReport): DumbbellRow => {
  const why = 'withheld' in quality.allOthers ? missingInWords.nothingToCompare : missingInWords.notObserved;
  return {
    code: quality.code,
    label: quality.name,
    points: [
      single(quality.self, hasOwnView(report) ? why : missingInWords.notSent),
      ...quality.lineManagers.map(({ mean }) => single(mean, why)),
      ...shownAt(report).map((at) => figure(quality.groups[at] ?? { withheld: 'too_few' })),
      ...others(report, quality.allOthers),
    ],
    gap: quality.gap,
    verdict: said(quality.verdict),
  };
};

const behaviourRow = (report: ReportView, behaviour: BehaviourReport): DumbbellRow => ({
  code: behaviour.code,
  label: behaviour.text,
  points: [
    single(behaviour.self, hasOwnView(report) ? missingInWords.notObserved : missingInWords.notSent),
    ...behaviour.lineManagers.map(({ rating }) => single(rating, missingInWords.notObserved)),
    ...shownAt(report).map((at) => figure(behaviour.groups[at] ?? { withheld: 'too_few' })),
    ...others(report, behaviour.allOthers),
  ],
  gap: behaviour.gap,
  verdict: said(behaviour.verdict),
});

/** The qualities, one line each. */
export const qualitiesData = (report: ReportView, order: Order): DumbbellData => ({
  caption: 'Every quality: the mean of its behaviours that may be shown; gaps are taken before rounding',
  scale: report.scale.points,
  series: series(report),
  rows: ordered(
    report.qualities.map((quality) => qualityRow(report, quality)),
    order,
  ),
});

/** One quality's behaviours, one line each. */
export const behavioursData = (report: ReportView, quality: QualityReport, order: Order): DumbbellData => ({
  caption: `The behaviours of “${quality.name}”: mean and number of raters (n); gaps are taken before rounding`,
  scale: report.scale.points,
  series: series(report),
  rows: ordered(
    quality.behaviours.map((behaviour) => behaviourRow(report, behaviour)),
    order,
  ),
});
