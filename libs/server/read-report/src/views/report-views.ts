import { Injectable } from '@nestjs/common';
import { recordEvent } from '@facet/audit-log';
import type { Onlooker } from '@facet/domain-round';
import type { Transaction } from '@facet/platform';

export type Looked = 'page' | 'csv' | 'pdf';

export interface ReportView {
  readonly person: string;
  readonly role: Onlooker;
  readonly what: Looked;
  readonly minute: Date;
}

/** Who looked at a report, as what, in which form and when, to the minute. It is only ever added to. */
@Injectable()
export class ViewsOfReport {
  async record(tx: Transaction, round: string, { person, role, what }: Omit<ReportView, 'minute'>): Promise<void> {
    const seen = await tx.query(
      `insert into desk.report_view (round, organisation, person, role, what, minute)
        values ($1, platform.organisation(), $2, $3, $4, date_trunc('minute', $5::timestamptz, 'UTC')) on conflict do nothing returning round`,
      [round, person, role, what, tx.now],
    );
    if (seen.length > 0) recordEvent(tx, { kind: 'report_read', by: { person }, round, detail: { what, role } });
  }

  /** The latest first, at most so many. */
  ofRound(tx: Transaction, round: string, most: number): Promise<ReportView[]> {
    return tx.query<ReportView>(
      `select person, role, what, minute from desk.report_view where round = $1 order by minute desc, role, what, person limit $2`,
      [round, most],
    );
  }
}
