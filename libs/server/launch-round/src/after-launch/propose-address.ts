import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { VAULT, type Vault } from '@facet/answer-links';
import { recordEvent } from '@facet/audit-log';
import type { CorrectAddress as Proposal, RoundView } from '@facet/contract';
import { mayBeTakenOut, readAddress, stateOf } from '@facet/domain-round';
import { Doorbell, MailRows } from '@facet/mail';
import { asciiDomain, type Principal } from '@facet/platform';
import { factsOf, Invitations, People } from '@facet/store-rounds';
import { Approval } from '../approving/approval';
import { AddressesInUse } from './addresses-in-use';
import type { NotCorrected } from './correct-address';
import { GiveNewLink } from './give-new-link';
import { refusedAddresses } from './refused-addresses';
import { RoundDoor } from './round-door';

export type NotProposed = { readonly refused: 'not the leader' } | NotCorrected;

/**
 * The leader mends an address that a mail server refused. A leader who led a colleague's link to themselves could answer in their
 * place, so it waits for the coach's check like a colleague who was added, and until then nothing changes: the old link works, and
 * what was answered with it stays. A colleague who waits for that check anyway is simply on the list with the right address.
 */
@Injectable()
export class ProposeAddress {
  constructor(
    private readonly door: RoundDoor,
    private readonly people: People,
    private readonly invitations: Invitations,
    private readonly inUse: AddressesInUse,
    private readonly links: GiveNewLink,
    private readonly mails: MailRows,
    private readonly approval: Approval,
    private readonly doorbell: Doorbell,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  async propose(principal: Principal, id: string, { from, to }: Proposal): Promise<RoundView | NotProposed | null> {
    let ring: string[] = [];
    const result = await this.door.change<NotProposed>(principal, id, async (opened) => {
      const { tx, round, as, person: by } = opened;
      if (as !== 'leader') return { refused: 'not the leader' };
      if (stateOf(factsOf(round), tx.now) !== 'open') return { refused: 'no longer open' };
      const address = readAddress(to, asciiDomain);
      if (typeof address === 'string') return { refused: 'no address' };
      const colleague = (await this.invitations.ofRound(tx, id)).find(({ email }) => email === from);
      if (colleague && !mayBeTakenOut(colleague)) return { refused: 'the leader' };
      if (!colleague || !(await refusedAddresses(tx, id)).has(colleague.invitation)) return { refused: 'address works' };
      if (colleague.proposed?.toLowerCase() === address.mailbox) return null;
      if (await this.inUse.has(opened, address)) return { refused: 'already asked' };
      if (colleague.checked) {
        const [person] = await this.people.atAddresses(tx, [{ id: randomUUID(), name: colleague.name, email: address.email }]);
        await this.invitations.propose(tx, colleague.invitation, person?.id ?? null);
        recordEvent(tx, { kind: 'address_proposed', by: { person: by }, round: id, detail: {} });
        ring = await this.mails.write(tx, await this.approval.letters(tx, round, randomUUID()));
        return null;
      }
      const secret = await this.vault.get(id);
      if (!secret) return { refused: 'no secret' };
      ring = await this.links.give(opened, colleague, address.email, secret);
      recordEvent(tx, { kind: 'address_corrected', by: { person: by }, round: id, detail: {} });
      return null;
    });
    await this.doorbell.ring(ring);
    return result;
  }
}
