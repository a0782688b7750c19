import { Injectable } from '@nestjs/common';
import { recordEvent } from '@facet/audit-log';
import type { ApproverView, NameApprover as Wanted } from '@facet/contract';
import { type NotTheApprover, stateOf } from '@facet/domain-round';
import { Doorbell, letterAbout, MailRows } from '@facet/mail';
import type { Principal } from '@facet/platform';
import { Approvers, factsOf, Invitations, People } from '@facet/store-rounds';
import { toCheck } from '../after-launch/list-to-check';
import { Approval, whyNot } from './approval';
import { ApproverDoor } from './approver-door';
import { lastMinuteOf } from './last-minute-of';

export interface NotNamed {
  readonly refused: 'no longer open' | 'no such day' | 'day has passed' | 'no role' | NotTheApprover;
}

/**
 * The coach names somebody of the organisation who may check the list in their stead, one person at a time; the coach can still check it
 * as well. Where somebody waits for the check at that moment, whoever is named is written to as the coach was.
 */
@Injectable()
export class NameApprover {
  constructor(
    private readonly door: ApproverDoor,
    private readonly approval: Approval,
    private readonly approvers: Approvers,
    private readonly people: People,
    private readonly invitations: Invitations,
    private readonly mails: MailRows,
    private readonly doorbell: Doorbell,
  ) {}

  async name(principal: Principal, id: string, wanted: Wanted): Promise<ApproverView | NotNamed | null> {
    let ring: string[] = [];
    const result = await this.door.change<NotNamed>(principal, id, async ({ tx, round, person: by }) => {
      if (stateOf(factsOf(round), tx.now) !== 'open') return { refused: 'no longer open' };
      const until = wanted.until === null ? null : lastMinuteOf(wanted.until, round.zone);
      if (until === 'no such day') return { refused: until };
      if (until !== null && until <= tx.now) return { refused: 'day has passed' };
      const person = await this.people.byId(tx, wanted.person);
      const why = person ? whyNot(person, await this.approval.around(tx, round)) : 'no role';
      if (why !== null) return { refused: why };

      const before = await this.approval.inForce(tx, round);
      await this.approvers.name(tx, id, { person: wanted.person, until });
      if (before?.person.id === wanted.person) return null;
      recordEvent(tx, { kind: 'approver_named', by: { person: by }, person: wanted.person, round: id, detail: {} });
      if (toCheck(await this.invitations.ofRound(tx, id)).length === 0) return null;
      const kind = round.confirmedAt === null ? 'check_list' : 'check_additions';
      const cause = `${wanted.person}:${tx.now.toISOString()}`;
      ring = await this.mails.write(tx, [letterAbout({ round: id, kind, person: wanted.person, cause }, tx.now)]);
      return null;
    });
    await this.doorbell.ring(ring);
    return result;
  }
}
