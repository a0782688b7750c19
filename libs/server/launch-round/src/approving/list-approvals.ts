import { Injectable } from '@nestjs/common';
import type { RoundSummary } from '@facet/contract';
import { dateInWords, type Membership, type Transaction } from '@facet/platform';
import { Approvers, Invitations, Organisations, People, Rounds } from '@facet/store-rounds';
import { Approval } from './approval';
import { listNext } from './in-words';

/** The lists that wait for somebody who checks them in their coaches' stead; of other rounds they learn nothing. */
@Injectable()
export class ListApprovals {
  constructor(
    private readonly approval: Approval,
    private readonly approvers: Approvers,
    private readonly rounds: Rounds,
    private readonly people: People,
    private readonly invitations: Invitations,
    private readonly organisations: Organisations,
  ) {}

  async list(tx: Transaction, { person }: Membership): Promise<RoundSummary[]> {
    const waiting = await this.invitations.waitForCheck(tx, await this.approvers.roundsOf(tx, person));
    const { name: organisation } = await this.organisations.current(tx);
    const summaries: RoundSummary[] = [];
    for (const id of waiting) {
      const round = await this.rounds.byId(tx, id);
      if (!round || !(await this.approval.of(tx, round, person))) continue;
      const names = await this.people.names(tx, [round.leader, round.coach]);
      const [leader = '', coach = ''] = [names.get(round.leader), names.get(round.coach)];
      summaries.push({
        ...{ id, organisation, as: 'approver', state: 'open', leader: { name: leader }, coach: { name: coach } },
        ...{ colleaguesConfirmed: false, withdrawn: false, choiceDue: false, overdue: false, dayChosen: false },
        closes: dateInWords(round.closesAt, round.zone),
        next: listNext({ leader, coach, waits: true }),
      });
    }
    return summaries;
  }
}
