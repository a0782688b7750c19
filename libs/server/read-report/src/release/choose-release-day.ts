import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { recordEvent } from '@facet/audit-log';
import type { DeskView, ReleaseDay } from '@facet/contract';
import { whyNotReleaseAt } from '@facet/domain-round';
import type { Principal } from '@facet/platform';
import { Organisations } from '@facet/store-rounds';
import { OpenDesk } from '../desk/open-desk';
import { type NoReport, ReportDoor } from '../report-door';
import { settleRelease } from './release-rows';

export interface NoSuchDay {
  readonly refused: 'already released' | 'day has passed' | 'day too late' | 'no such day';
}

/** The coach has a report released on a day, best that of the conversation. Another day takes its place; a press does it at once. */
@Injectable()
export class ChooseReleaseDay {
  constructor(
    private readonly door: ReportDoor,
    private readonly opening: OpenDesk,
    private readonly organisations: Organisations,
  ) {}

  choose(principal: Principal, id: string, { date, time }: ReleaseDay): Promise<DeskView | NoSuchDay | NoReport | null> {
    return this.door.toDesk(principal, id, async (desk): Promise<DeskView | NoSuchDay> => {
      const { tx, round, reader } = desk;
      if (round.releasedAt || !round.sealedAt) return { refused: 'already released' };
      const { zone } = await this.organisations.current(tx);
      const day = DateTime.fromISO(`${date}T${time}`, { zone });
      // A time that the clocks leave out in spring would silently become another one.
      if (!day.isValid || day.toFormat('HH:mm') !== time) return { refused: 'no such day' };
      const at = day.toJSDate();
      const refused = whyNotReleaseAt(at, round.sealedAt, tx.now);
      if (refused) return { refused: refused === 'too late' ? 'day too late' : 'day has passed' };
      await settleRelease(tx, id, at, true);
      recordEvent(tx, { kind: 'release_day_chosen', by: { person: reader }, round: id, detail: {} });
      return this.opening.view({ ...desk, round: { ...round, releasesAt: at, releaseChosen: true } });
    });
  }
}
