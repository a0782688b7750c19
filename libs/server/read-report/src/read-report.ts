import { Injectable } from '@nestjs/common';
import { ReportView } from '@facet/contract';
import { unanimousEnds } from '@facet/domain-report';
import { dayInWords, type Principal } from '@facet/platform';
import { Frameworks, Organisations, People } from '@facet/store-rounds';
import { type NoReport, type OpenedReport, ReportDoor } from './report-door';

/** The report of a sealed round: what the seal wrote, and whose it is. The same numbers for coach and leader, for ever. */
@Injectable()
export class ReadReport {
  constructor(
    private readonly door: ReportDoor,
    private readonly people: People,
    private readonly frameworks: Frameworks,
    private readonly organisations: Organisations,
  ) {}

  read(principal: Principal, round: string): Promise<ReportView | NoReport | null> {
    return this.door.toRead(principal, round, (opened) => this.view(opened));
  }

  /** The contract's schema has the last word: what it does not name never leaves. */
  private async view({ tx, round, as, snapshot }: OpenedReport): Promise<ReportView> {
    const names = await this.people.names(tx, [round.leader, round.coach]);
    const framework = await this.frameworks.byId(tx, round.framework);
    const { name: organisation, zone } = await this.organisations.current(tx);
    const { sealedAt, releasedAt } = round;
    if (!framework || !sealedAt) throw new Error('a sealed round has a framework and the time of its seal');
    return ReportView.parse({
      ...snapshot,
      round: round.id,
      state: releasedAt ? 'released' : 'sealed',
      as,
      leader: names.get(round.leader),
      coach: names.get(round.coach),
      organisation,
      framework: { name: framework.content.name, version: framework.version },
      sealedOn: dayInWords(sealedAt, zone),
      releasedOn: releasedAt && dayInWords(releasedAt, zone),
      ...(as === 'coach' && { unanimous: unanimousEnds(snapshot) }),
    });
  }
}
