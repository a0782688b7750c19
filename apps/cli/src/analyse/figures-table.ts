import { forDisplay, gapForDisplay } from '@facet/charts';
import { agreementInWords, type LeaderAnalysis, verdictInWords, withheldInWords } from '@facet/contract';
import { togetherLabel } from '@facet/domain-disclosure';
import type { Framework } from '@facet/domain-framework';
import { labelOf } from '@facet/domain-round';
import { inColumns } from './in-columns';

type Row = LeaderAnalysis['behaviours'][number] | LeaderAnalysis['qualities'][number];
type LineName = NonNullable<LeaderAnalysis['groups'][number]['shownAs']>;

const nothing = '–';

export const lineLabel = (name: LineName): string => (name === 'together' ? togetherLabel : labelOf(name));

const lineNames = ({ behaviours }: LeaderAnalysis): LineName[] => Object.keys(behaviours[0]?.groups ?? {}) as LineName[];

/** Every number of an analysis, rounded: a line for each quality and, under it, one for each of its behaviours. */
export const figuresTable = (analysis: LeaderAnalysis, framework: Framework): string[] => {
  const names = lineNames(analysis);
  const managers = (analysis.behaviours[0]?.lineManagers.length ?? 0) > 0;
  const cells = (label: string, row: Row, words: readonly string[]): string[] => [
    label,
    single(row.self),
    ...(managers ? [row.lineManagers.map(single).join(', ')] : []),
    ...names.map((name) => figure(row.groups[name])),
    figure(row.allOthers),
    row.gap === null ? nothing : gapForDisplay(row.gap),
    [...(row.verdict === null ? [] : [verdictInWords[row.verdict].short]), ...words].join(', '),
  ];
  const behaviours = new Map(analysis.behaviours.map((row) => [row.code, row]));
  return inColumns([
    ['', 'Self', ...(managers ? ['Line manager'] : []), ...names.map(lineLabel), 'All others', 'Gap', 'In words'],
    ...framework.qualities.flatMap((quality, at) => [
      ...analysis.qualities.slice(at, at + 1).map((row) => cells(labelOfQuality(quality), row, agreement(row))),
      ...quality.behaviours.flatMap(({ code }) => {
        const row = behaviours.get(code);
        return row ? [cells(`  ${code}`, row, [])] : [];
      }),
    ]),
  ]);
};

const labelOfQuality = ({ code, name }: Framework['qualities'][number]): string => (name === code ? code : `${code} ${name}`);

const agreement = (row: LeaderAnalysis['qualities'][number]): string[] =>
  row.agreement === null ? [] : [`agreement ${agreementInWords[row.agreement].short}`];

const single = (value: number | null): string => (value === null ? nothing : forDisplay(value, 2));

const figure = (value: Row['allOthers'] | undefined): string => {
  if (value === undefined || 'withheld' in value) return nothing;
  return 'n' in value ? `${forDisplay(value.mean, 2)} (${value.n})` : forDisplay(value.mean, 2);
};

/** Why behaviours have no number: "Peers, too few saw this: 1.2, 2.3". */
export const withheldLines = (analysis: LeaderAnalysis): string[] => {
  const withheld = analysis.behaviours.flatMap(({ code, groups, allOthers }) =>
    [
      ...lineNames(analysis).map((name) => ({ label: lineLabel(name), cell: groups[name] })),
      { label: 'All others', cell: allOthers },
    ].flatMap(({ label, cell }) => (cell && 'withheld' in cell ? [{ code, why: `${label}, ${withheldInWords[cell.withheld]}` }] : [])),
  );
  return [...Map.groupBy(withheld, ({ why }) => why)].map(
    ([why, cells]) =>
      `${why}: ${cells.length === analysis.behaviours.length ? 'every behaviour' : cells.map(({ code }) => code).join(', ')}`,
  );
};
