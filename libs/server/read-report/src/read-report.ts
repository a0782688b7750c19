import { Injectable } from '@nestjs/common';
import type { ReportView } from '@facet/contract';
import { unanimousEnds } from '@facet/domain-report';
import { dayInWords, type Principal } from '@facet/platform';
import { Frameworks, Organisations, People } from '@facet/store-rounds';
import { reportView } from './report-view';
import { type NoReport, type OpenedReport, ReportDoor } from './report-door';
import { type Looked, ViewsOfReport } from './views/report-views';

/** The report of a sealed round: what the seal wrote, and whose it is. The same numbers for coach and leader, for ever. */
@Injectable()
export class ReadReport {
  constructor(
    private readonly door: ReportDoor,
    private readonly views: ViewsOfReport,
    private readonly people: People,
    private readonly frameworks: Frameworks,
    private readonly organisations: Organisations,
  ) {}

  /** `what`: in which form it is looked at, for the log that leader and coach can read. */
  read(principal: Principal, round: string, what: Looked): Promise<ReportView | NoReport | null> {
    return this.door.toRead(principal, round, async (opened) => {
      await this.views.record(opened.tx, opened.round.id, { person: opened.reader, role: opened.as, what });
      return this.view(opened);
    });
  }

  private async view({ tx, round, as, snapshot, withheldByCoach }: OpenedReport): Promise<ReportView> {
    const names = await this.people.names(tx, [round.leader, round.coach]);
    const framework = await this.frameworks.byId(tx, round.framework);
    const { name: organisation, zone } = await this.organisations.current(tx);
    const { sealedAt, releasedAt } = round;
    if (!framework || !sealedAt) throw new Error('a sealed round has a framework and the time of its seal');
    return reportView(snapshot, {
      round: round.id,
      state: releasedAt ? 'released' : 'sealed',
      as,
      leader: names.get(round.leader) ?? '',
      coach: names.get(round.coach) ?? '',
      organisation,
      framework: { name: framework.content.name, version: framework.version },
      sealedOn: dayInWords(sealedAt, zone),
      releasedOn: releasedAt && dayInWords(releasedAt, zone),
      releasedByItself: round.releasedByItself,
      withheldByCoach,
      ...(as === 'coach' && { unanimous: unanimousEnds(snapshot) }),
    });
  }
}
