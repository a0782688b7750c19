import { Injectable } from '@nestjs/common';
import { type Address, ownerOf } from '@facet/domain-round';
import { asciiDomain } from '@facet/platform';
import { Invitations, type Invited, People } from '@facet/store-rounds';
import type { OpenedRound } from './round-door';

/** Every address that is, was, or may soon be asked in a round: one that waits for the coach's check counts as asked. */
export const addressesOf = (list: readonly Pick<Invited, 'email' | 'proposed'>[]): string[] =>
  list.flatMap(({ email, proposed }) => (proposed === null ? [email] : [email, proposed]));

@Injectable()
export class AddressesInUse {
  constructor(
    private readonly people: People,
    private readonly invitations: Invitations,
  ) {}

  /**
   * Whether an address belongs to somebody who is or was asked, to the leader, to the coach, who reads the answers, or to whoever is
   * changing the list.
   */
  async has({ tx, round, person }: Omit<OpenedRound, 'as'>, { mailbox, owner }: Address): Promise<boolean> {
    const invited = [...(await this.invitations.ofRound(tx, round.id)), ...(await this.invitations.takenOut(tx, round.id))];
    const parties = [await this.people.byId(tx, round.leader), await this.people.byId(tx, round.coach), await this.people.byId(tx, person)];
    return (
      addressesOf(invited).some((email) => email.toLowerCase() === mailbox) ||
      parties.some((party) => ownerOf(party?.email ?? '', asciiDomain) === owner)
    );
  }
}
