import { Inject, Injectable } from '@nestjs/common';
import { VAULT, type Vault } from '@facet/answer-links';
import { recordEvent } from '@facet/audit-log';
import type { ConfirmColleagues as Seen, RoundPage } from '@facet/contract';
import { stateOf } from '@facet/domain-round';
import { Doorbell, MailRows } from '@facet/mail';
import type { Principal } from '@facet/platform';
import { factsOf, Invitations, Rounds } from '@facet/store-rounds';
import { ListDoor, type OpenedList } from '../approving/list-door';
import { GiveNewLink } from './give-new-link';
import { nameOfList, toCheck } from './list-to-check';

export interface NotConfirmed {
  readonly refused: 'no longer open' | 'another list' | 'no secret';
}

/**
 * The coach, or somebody in their stead, has looked at names, addresses and groups: the invitations that were held may leave, those of the launch and later those
 * of colleagues who were added or got another address, whose old link is dead from then on. A second press changes nothing, and a list that has changed since the coach saw it is not confirmed.
 */
@Injectable()
export class ConfirmColleagues {
  constructor(
    private readonly door: ListDoor,
    private readonly rounds: Rounds,
    private readonly invitations: Invitations,
    private readonly mails: MailRows,
    private readonly links: GiveNewLink,
    private readonly doorbell: Doorbell,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  async confirm(principal: Principal, id: string, { list }: Seen): Promise<RoundPage | NotConfirmed | null> {
    let released: string[] = [];
    const result = await this.door.change<NotConfirmed>(principal, id, async (opened) => {
      const { tx, round, person } = opened;
      const invited = await this.invitations.ofRound(tx, id);
      if (round.confirmedAt !== null && toCheck(invited).length === 0) return null;
      if (stateOf(factsOf(round), tx.now) !== 'open') return { refused: 'no longer open' };
      if (list !== nameOfList(invited)) return { refused: 'another list' };
      const mended = await this.mend(opened);
      if (!mended) return { refused: 'no secret' };
      await this.rounds.confirm(tx, id);
      await this.invitations.check(tx, id);
      recordEvent(tx, { kind: 'list_confirmed', by: { person }, round: id, detail: {} });
      released = [...mended, ...(await this.mails.release(tx, id))];
      return null;
    });
    await this.doorbell.ring(released);
    return result;
  }

  /** New links to the addresses that the leader asked for; null, and nothing is written, where none can be made. */
  private async mend(opened: OpenedList): Promise<string[] | null> {
    const proposals = (await this.invitations.ofRound(opened.tx, opened.round.id)).filter(({ proposed }) => proposed !== null);
    if (proposals.length === 0) return [];
    const secret = await this.vault.get(opened.round.id);
    if (!secret) return null;
    const ring: string[] = [];
    for (const colleague of proposals) ring.push(...(await this.links.give(opened, colleague, colleague.proposed ?? '', secret)));
    return ring;
  }
}
