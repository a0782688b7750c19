import { Injectable } from '@nestjs/common';
import { recordEvent } from '@facet/audit-log';
import type { RoundPage, TakeOut } from '@facet/contract';
import { stateOf } from '@facet/domain-round';
import type { Principal } from '@facet/platform';
import { factsOf, Invitations } from '@facet/store-rounds';
import { ListDoor } from '../approving/list-door';
import { inReach } from './list-to-check';

export interface NotKeptAddress {
  readonly refused: 'no longer open' | 'not on the list';
}

/** The coach does not confirm the address that the leader asks for: the one before stays, with its link and whatever was answered. */
@Injectable()
export class KeepAddress {
  constructor(
    private readonly door: ListDoor,
    private readonly invitations: Invitations,
  ) {}

  keep(principal: Principal, id: string, { email }: TakeOut): Promise<RoundPage | NotKeptAddress | null> {
    return this.door.change<NotKeptAddress>(principal, id, async ({ tx, round, as, person }) => {
      if (stateOf(factsOf(round), tx.now) !== 'open') return { refused: 'no longer open' };
      const colleague = inReach(as, await this.invitations.ofRound(tx, id)).find((one) => one.email === email);
      if (!colleague) return { refused: 'not on the list' };
      await this.invitations.propose(tx, colleague.invitation, null);
      if (colleague.proposed !== null) recordEvent(tx, { kind: 'address_kept', by: { person }, round: id, detail: {} });
      return null;
    });
  }
}
