import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type RoundSecret, tokenHash, VAULT, type Vault } from '@facet/answer-links';
import type { CorrectAddress as Correction, RoundView } from '@facet/contract';
import { type Address, mayBeTakenOut, ownerOf, readAddress, stateOf } from '@facet/domain-round';
import { Doorbell, letterAbout, MailRows } from '@facet/mail';
import { asciiDomain, type Principal } from '@facet/platform';
import { factsOf, Invitations, type Invited, People } from '@facet/store-rounds';
import { invitationMail } from './mails-of-colleague';
import { refusedAddresses } from './refused-addresses';
import { type OpenedRound, RoundDoor } from './round-door';

export interface NotCorrected {
  readonly refused: 'not the coach' | 'no longer open' | 'the leader' | 'address works' | 'no address' | 'already asked' | 'no secret';
}

/**
 * Until the coach has confirmed a colleague they put any address right: no link has left, so there is nothing that could be inherited
 * or lost. After that only an address that a mail server refused, and the invitation leaves anew with another link. Only the coach,
 * who answers for the list: otherwise a leader could lead somebody's link to themselves.
 * The new page begins empty: nobody should have answered by a link that came back, and if it did arrive somewhere, what was
 * answered there is not this colleague's. Both addresses are told. The leader's own address is not the coach's to lead elsewhere.
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
      if (colleague && !mayBeTakenOut(colleague)) return { refused: 'the leader' };
      const isBefore = colleague?.checked === false;
      if (!colleague || (!isBefore && !(await refusedAddresses(tx, id)).has(colleague.invitation))) return { refused: 'address works' };
      if (await this.isTaken(opened, address, [...invited, ...(await this.invitations.takenOut(tx, id))]))
        return { refused: 'already asked' };
      const secret = await this.vault.get(id);
      if (!secret) return { refused: 'no secret' };
      if (!isBefore) await this.invitations.startAfresh(tx, colleague.invitation);
      ring = await this.reissue(opened, colleague, address.email, secret);
      return null;
    });
    await this.doorbell.ring(ring);
    return result;
  }

  /** By somebody else who is or was asked, by the leader, or by the coach, who reads the answers. */
  private async isTaken({ tx, round }: OpenedRound, { mailbox, owner }: Address, invited: readonly Invited[]): Promise<boolean> {
    const parties = [await this.people.byId(tx, round.leader), await this.people.byId(tx, round.coach)];
    return (
      invited.some(({ email }) => email.toLowerCase() === mailbox) ||
      parties.some((party) => ownerOf(party?.email ?? '', asciiDomain) === owner)
    );
  }

  /** The mail to the address before is dropped where it has not left: the invitation is somebody else's. */
  private async reissue(
    { tx, round }: OpenedRound,
    { invitation, person: before, name, version, checked }: Invited,
    email: string,
    secret: RoundSecret,
  ): Promise<string[]> {
    const [person] = await this.people.atAddresses(tx, [{ id: randomUUID(), name, email }]);
    const hash = tokenHash(secret.token(invitation, version + 1));
    if (!person || !hash) throw new Error('an address has a person, and a token that was just made has a hash');
    await this.invitations.reissue(tx, { id: invitation, person: person.id, version: version + 1, tokenHash: hash });
    return this.mails.write(tx, [
      invitationMail({ id: invitation, person: person.id }, version + 1, checked ? tx.now : 'held'),
      ...(checked
        ? [letterAbout({ round: round.id, kind: 'link_replaced', person: before, cause: `${invitation}:${version}` }, tx.now)]
        : []),
    ]);
  }
}
