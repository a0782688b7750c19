import { Injectable } from '@nestjs/common';
import { recordEvent } from '@facet/audit-log';
import type { RoundPage, TakeOut } from '@facet/contract';
import { mayBeTakenOut, stateOf } from '@facet/domain-round';
import { Doorbell, letterAbout, MailRows } from '@facet/mail';
import type { Principal } from '@facet/platform';
import { factsOf, Invitations } from '@facet/store-rounds';
import { ListDoor } from '../approving/list-door';
import { inReach } from './list-to-check';
import { hasLeft } from './mails-of-colleague';

export interface NotTakenOut {
  readonly refused: 'no longer open' | 'not on the list' | 'the leader';
}

/**
 * The coach takes a colleague out of an open round: link and answers are gone, and whoever had been written to is told. It is refused
 * and done in the same way whether or not they had answered, and nobody learns which (docs/decisions/0011).
 */
@Injectable()
export class TakeOutColleague {
  constructor(
    private readonly door: ListDoor,
    private readonly invitations: Invitations,
    private readonly mails: MailRows,
    private readonly doorbell: Doorbell,
  ) {}

  async takeOut(principal: Principal, id: string, { email }: TakeOut): Promise<RoundPage | NotTakenOut | null> {
    let ring: string[] = [];
    const result = await this.door.change<NotTakenOut>(principal, id, async ({ tx, round, as, person }) => {
      if (stateOf(factsOf(round), tx.now) !== 'open') return { refused: 'no longer open' };
      const colleague = inReach(as, await this.invitations.ofRound(tx, id)).find((one) => one.email === email);
      if (!colleague) return { refused: 'not on the list' };
      if (!mayBeTakenOut(colleague)) return { refused: 'the leader' };
      const told = await hasLeft(tx, colleague.invitation);
      await this.invitations.takeOut(tx, colleague.invitation);
      recordEvent(tx, { kind: 'colleague_taken_out', by: { person }, round: id, detail: {} });
      if (told)
        ring = await this.mails.write(tx, [
          letterAbout({ round: id, kind: 'taken_out', person: colleague.person, cause: colleague.invitation }, tx.now),
        ]);
      return null;
    });
    await this.doorbell.ring(ring);
    return result;
  }
}
