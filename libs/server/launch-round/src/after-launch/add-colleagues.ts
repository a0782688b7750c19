import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { VAULT, type Vault } from '@facet/answer-links';
import { recordEvent } from '@facet/audit-log';
import type { AddColleagues as Wanted, FieldError, RoundView } from '@facet/contract';
import { type AdditionsFound, type Colleague, readAdditions, stateOf } from '@facet/domain-round';
import { Doorbell, MailRows } from '@facet/mail';
import { asciiDomain, type Principal } from '@facet/platform';
import { factsOf, Invitations, Organisations, People } from '@facet/store-rounds';
import { Approval } from '../approving/approval';
import { addressesOf } from './addresses-in-use';
import { invitationMail, newInvitation } from './mails-of-colleague';
import { type OpenedRound, RoundDoor } from './round-door';

export type NotAdded =
  | { readonly refused: 'not the leader' | 'no longer open' | 'no secret' }
  | { readonly refused: 'invalid'; readonly errors: readonly FieldError[] };

/**
 * The leader asks more colleagues, by the rules of the launch and into the groups that were promised then. Nobody is written to
 * before the coach has confirmed them.
 */
@Injectable()
export class AddColleagues {
  constructor(
    private readonly door: RoundDoor,
    private readonly organisations: Organisations,
    private readonly people: People,
    private readonly invitations: Invitations,
    private readonly mails: MailRows,
    private readonly approval: Approval,
    private readonly doorbell: Doorbell,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  async add(principal: Principal, id: string, { colleagues }: Wanted): Promise<RoundView | NotAdded | null> {
    let ring: string[] = [];
    const result = await this.door.change<NotAdded>(principal, id, async (opened) => {
      if (opened.as !== 'leader') return { refused: 'not the leader' };
      if (stateOf(factsOf(opened.round), opened.tx.now) !== 'open') return { refused: 'no longer open' };
      const read = await this.read(opened, colleagues);
      if (read.errors.length > 0)
        return { refused: 'invalid', errors: read.errors.map(({ line, message }) => ({ field: 'colleagues', line, message })) };
      const secret = await this.vault.get(id);
      if (!secret) return { refused: 'no secret' };
      const added = (await this.known(opened, read.colleagues)).map(({ person, group }) => newInvitation(secret, person, group));
      ring = await this.write(opened, added);
      return null;
    });
    await this.doorbell.ring(ring);
    return result;
  }

  private async read({ tx, round }: OpenedRound, text: string): Promise<AdditionsFound> {
    const { domains } = await this.organisations.current(tx);
    const [leader, coach] = [await this.people.byId(tx, round.leader), await this.people.byId(tx, round.coach)];
    const parties = { leader: leader?.email ?? '', coach, domains, asciiDomain };
    return readAdditions(text, parties, {
      promise: round.promise,
      asked: addressesOf(await this.invitations.ofRound(tx, round.id)).map((email) => ({ email })),
      takenOut: await this.invitations.takenOut(tx, round.id),
    });
  }

  private async known(
    { tx }: OpenedRound,
    colleagues: readonly Colleague[],
  ): Promise<{ readonly person: string; readonly group: Colleague['group'] }[]> {
    const people = await this.people.atAddresses(
      tx,
      colleagues.map(({ name, email }) => ({ id: randomUUID(), name, email })),
    );
    return colleagues.map(({ group }, at) => ({ person: people[at]?.id ?? '', group }));
  }

  private async write({ tx, round, person }: OpenedRound, added: readonly ReturnType<typeof newInvitation>[]): Promise<string[]> {
    await this.invitations.insert(tx, round.id, added);
    recordEvent(tx, { kind: 'colleagues_added', by: { person }, round: round.id, detail: { count: added.length } });
    await this.mails.write(
      tx,
      added.map((invitation) => invitationMail(invitation, 1, 'held')),
    );
    const [first] = added;
    // Before the first check everybody has been asked to look at the whole list already.
    return first && round.confirmedAt !== null ? this.mails.write(tx, await this.approval.letters(tx, round, first.id)) : [];
  }
}
