import { Injectable } from '@nestjs/common';
import type { ListView } from '@facet/contract';
import { openGroups } from '@facet/domain-round';
import { dateInWords, type Transaction } from '@facet/platform';
import { Invitations, Organisations, People, type Round } from '@facet/store-rounds';
import { colleagueView } from '../after-launch/colleague-view';
import { nameOfList, toCheck } from '../after-launch/list-to-check';
import { lookOverFor } from '../after-launch/look-over-for';
import { refusedAddresses } from '../after-launch/refused-addresses';
import type { ApprovalInForce } from './approval';
import { listNext } from './in-words';

/** The list as somebody sees it who checks it in the coach's stead. It reads no progress, no reason to decline and no answer. */
@Injectable()
export class ViewList {
  constructor(
    private readonly organisations: Organisations,
    private readonly people: People,
    private readonly invitations: Invitations,
  ) {}

  async view(tx: Transaction, round: Round, { until }: ApprovalInForce): Promise<ListView> {
    const { domains } = await this.organisations.current(tx);
    const [leader, coach] = [await this.people.byId(tx, round.leader), await this.people.byId(tx, round.coach)];
    if (!leader || !coach) throw new Error('a round has a leader and a coach');
    const invited = await this.invitations.ofRound(tx, round.id);
    const refused = await refusedAddresses(tx, round.id);
    const { marks, list: remarks } = lookOverFor('approver', { leader, coach, invited, promise: round.promise, domains });
    const waiting = toCheck(invited);
    return {
      id: round.id,
      as: 'approver',
      leader: { name: leader.name },
      coach: { name: coach.name },
      colleaguesConfirmed: round.confirmedAt !== null,
      promised: round.promise.groups.map(({ label }) => label),
      colleagues: waiting.map((one) => colleagueView(one, { refused, marks, domains })),
      list: nameOfList(invited),
      remarks: [...remarks],
      groups: openGroups(round.promise),
      minimum: round.promise.minimum,
      until: dateInWords(until ?? round.closesAt, round.zone),
      next: listNext({ leader: leader.name, coach: coach.name, waits: waiting.length > 0 }),
    };
  }
}
