import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import { forDisplay } from '@facet/charts';
import { withheldInWords } from '@facet/contract';
import type { BehaviourFigures, CellFigure, QualityFigures, ScoreFigure, Snapshot } from '@facet/domain-report';
import type { Principal } from '@facet/platform';
import { showControls } from './show-controls';
import { type NoReport, ReportDoor } from './report-door';

/** One figure of the report. `value` and `raters` are null where nothing is shown, and `missing` says why. */
interface Line {
  readonly quality: string;
  readonly behaviour: string;
  readonly text: string;
  readonly who: string;
  readonly value: number | null;
  readonly raters: number | null;
  readonly missing: string;
}

const columns: readonly { readonly key: keyof Line; readonly header: string }[] = [
  { key: 'quality', header: 'Quality' },
  { key: 'behaviour', header: 'Behaviour' },
  { key: 'text', header: 'Text' },
  { key: 'who', header: 'Who' },
  { key: 'value', header: 'Value' },
  { key: 'raters', header: 'Raters' },
  { key: 'missing', header: 'Not shown because' },
];

/** The numbers that the report shows, and no others, for a spreadsheet: one figure a line, rounded as on the page. */
@Injectable()
export class ExportCsv {
  constructor(private readonly door: ReportDoor) {}

  export(principal: Principal, round: string): Promise<string | NoReport | null> {
    return this.door.toRead(principal, round, ({ snapshot }) => Promise.resolve(reportCsv(snapshot)));
  }
}

/** With a byte order mark, or a spreadsheet takes UTF-8 for something else; nothing that a person wrote can become a formula. */
export const reportCsv = (snapshot: Snapshot): string =>
  stringify(
    snapshot.qualities.flatMap((quality) => linesOf(snapshot, quality)),
    {
      bom: true,
      columns: [...columns],
      header: true,
      record_delimiter: 'windows',
      escape_formulas: true,
      cast: {
        number: (value, { column }) => (column === 'raters' ? String(value) : forDisplay(value, 2)),
        string: showControls,
      },
    },
  );

function linesOf(snapshot: Snapshot, quality: QualityFigures): Line[] {
  const managers = quality.lineManagers.map(({ name, mean }) => ({ name, rating: mean }));
  return [
    ...figures(snapshot, { quality: quality.code, behaviour: '', text: quality.name }, { ...quality, lineManagers: managers }),
    ...quality.behaviours.flatMap((behaviour) =>
      figures(snapshot, { quality: quality.code, behaviour: behaviour.code, text: behaviour.text }, behaviour),
    ),
  ];
}

type Figures = Pick<BehaviourFigures, 'self' | 'lineManagers' | 'gap'> & {
  readonly groups: readonly (CellFigure | ScoreFigure)[];
  readonly allOthers: CellFigure | ScoreFigure;
};

function figures({ groups }: Snapshot, about: Pick<Line, 'quality' | 'behaviour' | 'text'>, shown: Figures): Line[] {
  const single = (who: string, value: number | null, missing: string): Line => ({
    ...about,
    who,
    value,
    raters: null,
    missing: value === null ? missing : '',
  });
  return [
    single('Self', shown.self, 'not observed'),
    ...shown.lineManagers.map(({ name, rating }) => single(`${name} (line manager)`, rating, 'not observed')),
    ...groups.flatMap(({ label }, at) => {
      const figure = shown.groups[at];
      return figure ? [{ ...about, who: label, ...counted(figure) }] : [];
    }),
    { ...about, who: 'All others', ...counted(shown.allOthers) },
    single('Gap: self minus all others', shown.gap, 'cannot be compared'),
  ];
}

const counted = (figure: CellFigure | ScoreFigure): Pick<Line, 'value' | 'raters' | 'missing'> =>
  'withheld' in figure
    ? { value: null, raters: null, missing: withheldInWords[figure.withheld] }
    : { value: figure.mean, raters: 'n' in figure ? figure.n : null, missing: '' };
