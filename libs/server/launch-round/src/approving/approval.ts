import { Injectable } from '@nestjs/common';
import { type NotTheApprover, type RoundToCheck, stateOf, whyNotApprover } from '@facet/domain-round';
import { letterAbout, type NewMail } from '@facet/mail';
import { asciiDomain, type Transaction } from '@facet/platform';
import { Approvers, factsOf, Invitations, People, type Person, type Round } from '@facet/store-rounds';
import { addressesOf } from '../after-launch/addresses-in-use';

/** Who checks a list in its coach's stead, and until when; null: as long as the round is open. */
export interface ApprovalInForce {
  readonly person: Person;
  readonly until: Date | null;
}

/**
 * Whether somebody may check a list in the coach's stead, judged anew at every request: an approval ends by itself when its time is
 * over, when the round is no longer open, when the person may not sign in any more, and when they are asked in the round themselves.
 */
@Injectable()
export class Approval {
  constructor(
    private readonly approvers: Approvers,
    private readonly people: People,
    private readonly invitations: Invitations,
  ) {}

  async inForce(tx: Transaction, round: Round): Promise<ApprovalInForce | null> {
    if (stateOf(factsOf(round), tx.now) !== 'open') return null;
    const named = await this.approvers.ofRound(tx, round.id);
    if (!named || (named.until !== null && named.until <= tx.now)) return null;
    const person = await this.people.byId(tx, named.person);
    if (!person || whyNot(person, await this.around(tx, round)) !== null) return null;
    return { person, until: named.until };
  }

  /** The same where it is this person's. */
  async of(tx: Transaction, round: Round, person: string): Promise<ApprovalInForce | null> {
    const approval = await this.inForce(tx, round);
    return approval?.person.id === person ? approval : null;
  }

  /** Something on a list has changed: a letter to everybody who can check it now. */
  async letters(tx: Transaction, round: Round, cause: string): Promise<NewMail[]> {
    const approver = await this.inForce(tx, round);
    return [round.coach, ...(approver ? [approver.person.id] : [])].map((person) =>
      letterAbout({ round: round.id, kind: 'check_additions', person, cause: `${cause}:${person}` }, tx.now),
    );
  }

  /** Everybody whom a round is between, and who is or ever was asked in it. */
  async around(tx: Transaction, { id, leader, coach }: Round): Promise<RoundToCheck> {
    const parties = { leader: await this.people.byId(tx, leader), coach: await this.people.byId(tx, coach) };
    if (!parties.leader || !parties.coach) throw new Error('a round has a leader and a coach');
    const asked = [...(await this.invitations.ofRound(tx, id)), ...(await this.invitations.takenOut(tx, id))];
    const colleagues = asked.flatMap(({ group, ...one }) => addressesOf([one]).map((email) => ({ email, group })));
    return { leader: parties.leader, coach: parties.coach, colleagues, asciiDomain };
  }
}

/** Why somebody cannot check the list; null where they can. Whoever has no role cannot sign in. */
export const whyNot = ({ email, roles }: Pick<Person, 'email' | 'roles'>, round: RoundToCheck): 'no role' | NotTheApprover | null =>
  roles.length === 0 ? 'no role' : whyNotApprover(email, round);
