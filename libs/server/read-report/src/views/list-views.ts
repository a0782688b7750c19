import { Injectable } from '@nestjs/common';
import type { ReportViews } from '@facet/contract';
import { dateInWords, type Principal } from '@facet/platform';
import { Organisations, People } from '@facet/store-rounds';
import { type NoReport, ReportDoor } from '../report-door';
import { ViewsOfReport } from './report-views';

/** More than anybody reads through; older ones stay in the database. */
const MOST = 500;

/** Who has looked at a report, for its leader and its coach alike. Reading this list is no look at the report. */
@Injectable()
export class ListViews {
  constructor(
    private readonly door: ReportDoor,
    private readonly views: ViewsOfReport,
    private readonly people: People,
    private readonly organisations: Organisations,
  ) {}

  list(principal: Principal, id: string): Promise<ReportViews | NoReport | null> {
    return this.door.toRead(principal, id, async ({ tx, round }): Promise<ReportViews> => {
      const { zone } = await this.organisations.current(tx);
      const views = await this.views.ofRound(tx, round.id, MOST);
      const names = await this.people.names(tx, [...new Set(views.map(({ person }) => person))]);
      return views.map(({ person, role, what, minute }) => ({
        who: names.get(person) ?? 'Somebody who coached this round before',
        as: role,
        what,
        at: dateInWords(minute, zone),
      }));
    });
  }
}
