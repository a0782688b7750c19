import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import { forDisplay } from '@facet/charts';
import type { Snapshot } from '@facet/domain-report';
import type { Principal } from '@facet/platform';
import { type Line, linesOf } from './csv-lines';
import { showControls } from './show-controls';
import { type NoReport, ReportDoor } from './report-door';
import { ViewsOfReport } from './views/report-views';

const columns: readonly { readonly key: keyof Line; readonly header: string }[] = [
  { key: 'quality', header: 'Quality' },
  { key: 'behaviour', header: 'Behaviour' },
  { key: 'text', header: 'Text' },
  { key: 'who', header: 'Who' },
  { key: 'value', header: 'Value' },
  { key: 'raters', header: 'Raters' },
  { key: 'missing', header: 'Not shown because' },
  { key: 'verdict', header: 'Verdict' },
  { key: 'classification', header: 'Self and others' },
  { key: 'agreement', header: 'Agreement of colleagues' },
  { key: 'firstPage', header: 'First page' },
];

/** The numbers that the report shows, and no others, for a spreadsheet: one figure a line, rounded as on the page. */
@Injectable()
export class ExportCsv {
  constructor(
    private readonly door: ReportDoor,
    private readonly views: ViewsOfReport,
  ) {}

  export(principal: Principal, round: string): Promise<string | NoReport | null> {
    return this.door.toRead(principal, round, async ({ tx, snapshot, reader, as }) => {
      await this.views.record(tx, round, { person: reader, role: as, what: 'csv' });
      return reportCsv(snapshot);
    });
  }
}

/** With a byte order mark, or a spreadsheet takes UTF-8 for something else; nothing that a person wrote can become a formula. */
export const reportCsv = (snapshot: Snapshot): string =>
  stringify(linesOf(snapshot), {
    bom: true,
    columns: [...columns],
    header: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: {
      number: (value, { column }) => (column === 'raters' ? String(value) : forDisplay(value, 2)),
      string: showControls,
    },
  });
