import { Inject, Injectable } from '@nestjs/common';
import { VAULT, type Vault } from '@facet/answer-links';
import { recordEvent } from '@facet/audit-log';
import type { CorrectAddress as Correction, RoundPage } from '@facet/contract';
import { mayBeTakenOut, readAddress, stateOf } from '@facet/domain-round';
import { Doorbell } from '@facet/mail';
import { asciiDomain, type Principal } from '@facet/platform';
import { factsOf, Invitations } from '@facet/store-rounds';
import { ListDoor } from '../approving/list-door';
import { inReach } from './list-to-check';
import { AddressesInUse } from './addresses-in-use';
import { GiveNewLink } from './give-new-link';
import { refusedAddresses } from './refused-addresses';

export interface NotCorrected {
  readonly refused: 'no longer open' | 'the leader' | 'address works' | 'no address' | 'already asked' | 'no secret';
}

/**
 * Until the coach has confirmed a colleague they put any address right: no link has left, so there is nothing that could be inherited
 * or lost. After that only an address that a mail server refused, and the invitation leaves anew with another link. At once only by the
 * coach, who answers for the list; what a leader asks for waits for them (propose-address.ts). The leader's own address is not the
 * coach's to lead elsewhere.
 */
@Injectable()
export class CorrectAddress {
  constructor(
    private readonly door: ListDoor,
    private readonly invitations: Invitations,
    private readonly inUse: AddressesInUse,
    private readonly links: GiveNewLink,
    private readonly doorbell: Doorbell,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  async correct(principal: Principal, id: string, { from, to }: Correction): Promise<RoundPage | NotCorrected | null> {
    let ring: string[] = [];
    const result = await this.door.change<NotCorrected>(principal, id, async (opened) => {
      const { tx, round, as, person } = opened;
      if (stateOf(factsOf(round), tx.now) !== 'open') return { refused: 'no longer open' };
      const address = readAddress(to, asciiDomain);
      if (typeof address === 'string') return { refused: 'no address' };
      const colleague = inReach(as, await this.invitations.ofRound(tx, id)).find(({ email }) => email === from);
      if (colleague && !mayBeTakenOut(colleague)) return { refused: 'the leader' };
      const isBefore = colleague?.checked === false;
      if (!colleague || (!isBefore && !(await refusedAddresses(tx, id)).has(colleague.invitation))) return { refused: 'address works' };
      if (await this.inUse.has(opened, address)) return { refused: 'already asked' };
      const secret = await this.vault.get(id);
      if (!secret) return { refused: 'no secret' };
      ring = await this.links.give(opened, colleague, address.email, secret);
      recordEvent(tx, { kind: 'address_corrected', by: { person }, round: id, detail: {} });
      return null;
    });
    await this.doorbell.ring(ring);
    return result;
  }
}
