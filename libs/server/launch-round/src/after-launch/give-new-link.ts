import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type RoundSecret, tokenHash } from '@facet/answer-links';
import { letterAbout, MailRows } from '@facet/mail';
import { Invitations, type Invited, People } from '@facet/store-rounds';
import { invitationMail } from './mails-of-colleague';
import type { OpenedRound } from './round-door';

/**
 * An invitation goes to another address: its old link is dead, and a mail with a new one leaves, or waits with all others where the coach
 * has not confirmed this colleague yet. Where a link had left the new page begins empty: nobody should have answered by a link that
 * came back, and if it did arrive somewhere, what was answered there is not this colleague's. Then both addresses are told.
 */
@Injectable()
export class GiveNewLink {
  constructor(
    private readonly people: People,
    private readonly invitations: Invitations,
    private readonly mails: MailRows,
  ) {}

  /** Returns the ids of the mails to ring for. The mail to the address before is dropped where it has not left. */
  async give(
    { tx, round }: Pick<OpenedRound, 'tx' | 'round'>,
    { invitation, person: before, name, version, checked }: Invited,
    email: string,
    secret: RoundSecret,
  ): Promise<string[]> {
    if (checked) await this.invitations.startAfresh(tx, invitation);
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
