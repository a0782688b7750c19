import { Injectable } from '@nestjs/common';
import { recordEvent } from '@facet/audit-log';
import type { MoveColleague as Move, RoundPage } from '@facet/contract';
import { type NotTheirGroup, stateOf, whyNotMove } from '@facet/domain-round';
import { asciiDomain, type Principal } from '@facet/platform';
import { factsOf, Invitations, People } from '@facet/store-rounds';
import { ListDoor } from '../approving/list-door';
import { inReach } from './list-to-check';

export interface NotMovedColleague {
  readonly refused: 'no longer open' | 'not on the list' | NotTheirGroup;
}

/** While checking the list, the coach puts a colleague into the group where they belong: their invitation and first page will say which. */
@Injectable()
export class MoveColleague {
  constructor(
    private readonly door: ListDoor,
    private readonly people: People,
    private readonly invitations: Invitations,
  ) {}

  move(principal: Principal, id: string, { email, group }: Move): Promise<RoundPage | NotMovedColleague | null> {
    return this.door.change<NotMovedColleague>(principal, id, async ({ tx, round, as, person }) => {
      if (stateOf(factsOf(round), tx.now) !== 'open') return { refused: 'no longer open' };
      const colleague = inReach(as, await this.invitations.ofRound(tx, id)).find((one) => one.email === email);
      const coach = await this.people.byId(tx, round.coach);
      if (!colleague || !coach) return { refused: 'not on the list' };
      const why = whyNotMove(colleague, group, { promise: round.promise, coach, asciiDomain });
      if (why !== null) return { refused: why };
      await this.invitations.move(tx, colleague.invitation, group);
      recordEvent(tx, { kind: 'colleague_moved', by: { person }, round: id, detail: {} });
      return null;
    });
  }
}
