import { Injectable } from '@nestjs/common';
import { recordEvent } from '@facet/audit-log';
import { Doorbell, letterAbout, MailRows } from '@facet/mail';
import type { Principal } from '@facet/platform';
import { markReleased } from './release/release-rows';
import { type NoReport, type OpenedReport, ReportDoor } from './report-door';

/** The coach gives the report to its leader, who is told by mail. A second press changes nothing and tells nobody again. */
@Injectable()
export class ReleaseReport {
  constructor(
    private readonly door: ReportDoor,
    private readonly mails: MailRows,
    private readonly doorbell: Doorbell,
  ) {}

  async release(principal: Principal, id: string): Promise<'released' | NoReport | null> {
    const result = await this.door.toChange(principal, id, (opened) => this.releaseInside(opened));
    if (result === null || 'refused' in result) return result;
    await this.doorbell.ring(result.told);
    return result.as === 'coach' ? 'released' : null;
  }

  private async releaseInside({ tx, round, as, reader }: OpenedReport): Promise<Pick<OpenedReport, 'as'> & { readonly told: string[] }> {
    if (as !== 'coach' || round.releasedAt) return { as, told: [] };
    await markReleased(tx, round.id, false);
    recordEvent(tx, { kind: 'report_released', by: { person: reader }, round: round.id, detail: {} });
    const mail = letterAbout({ round: round.id, kind: 'report_released', person: round.leader }, tx.now);
    return { as, told: await this.mails.write(tx, [mail]) };
  }
}
