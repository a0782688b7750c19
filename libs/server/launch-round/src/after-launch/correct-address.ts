import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type RoundSecret, tokenHash, VAULT, type Vault } from '@facet/answer-links';
import type { CorrectAddress as Correction, RoundView } from '@facet/contract';
import { type Address, readAddress, stateOf } from '@facet/domain-round';
import { Doorbell, MailRows } from '@facet/mail';
import { asciiDomain, type Principal, type Transaction } from '@facet/platform';
import { factsOf, Invitations, type Invited, People } from '@facet/store-rounds';
import { refusedAddresses } from './refused-addresses';
import { type OpenedRound, RoundDoor } from './round-door';

export interface NotCorrected {
  readonly refused: 'not the coach' | 'no longer open' | 'address works' | 'no address' | 'already asked' | 'no secret';
}

/**
 * A mail server refused an address: the coach puts it right, and the invitation leaves anew with another link. Only the coach, who
 * answers for the list, and only an address that was refused: otherwise a leader could lead somebody's link to themselves.
 * Answers stay with the invitation; nobody can have given any by a link that never arrived.
 */
@Injectable()
export class CorrectAddress {
  constructor(
    private readonly door: RoundDoor,
    private readonly people: People,
    private readonly invitations: Invitations,
    private readonly mails: MailRows,
    private readonly doorbell: Doorbell,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  async correct(principal: Principal, id: string, { from, to }: Correction): Promise<RoundView | NotCorrected | null> {
    let ring: string[] = [];
    const result = await this.door.change<NotCorrected>(principal, id, async (opened) => {
      const { tx, round, as } = opened;
      if (as !== 'coach') return { refused: 'not the coach' };
      if (stateOf(factsOf(round), tx.now) !== 'open') return { refused: 'no longer open' };
      const address = readAddress(to, asciiDomain);
      if (typeof address === 'string') return { refused: 'no address' };
      const invited = await this.invitations.ofRound(tx, id);
      const colleague = invited.find(({ email }) => email === from);
      if (!colleague || !(await refusedAddresses(tx, id)).has(colleague.invitation)) return { refused: 'address works' };
      if (await this.isTaken(opened, address, invited)) return { refused: 'already asked' };
      const secret = await this.vault.get(id);
      if (!secret) return { refused: 'no secret' };
      ring = await this.reissue(tx, colleague, address.email, secret);
      return null;
    });
    await this.doorbell.ring(ring);
    return result;
  }

  /** By somebody else who is asked already, by the leader, or by the coach, who reads the answers. */
  private async isTaken({ tx, round }: OpenedRound, { mailbox, owner }: Address, invited: readonly Invited[]): Promise<boolean> {
    const parties = [await this.people.byId(tx, round.leader), await this.people.byId(tx, round.coach)];
    return invited.some(({ email }) => email.toLowerCase() === mailbox) || parties.some((party) => ownerOf(party?.email ?? '') === owner);
  }

  private async reissue(tx: Transaction, { invitation, name, version }: Invited, email: string, secret: RoundSecret): Promise<string[]> {
    const [person] = await this.people.atAddresses(tx, [{ id: randomUUID(), name, email }]);
    const hash = tokenHash(secret.token(invitation, version + 1));
    if (!person || !hash) throw new Error('an address has a person, and a token that was just made has a hash');
    await this.invitations.reissue(tx, { id: invitation, person: person.id, version: version + 1, tokenHash: hash });
    return this.mails.write(tx, [
      {
        person: person.id,
        kind: 'invitation',
        dedupeKey: `invite:${invitation}:${version + 1}`,
        about: null,
        notBefore: tx.now,
        giveUpAt: 'never',
        items: [{ invitation, kind: 'invitation', ordinal: version + 1 }],
      },
    ]);
  }
}

function ownerOf(email: string): string | null {
  const address = readAddress(email, asciiDomain);
  return typeof address === 'string' ? null : address.owner;
}
