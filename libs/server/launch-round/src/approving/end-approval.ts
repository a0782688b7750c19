import { Injectable } from '@nestjs/common';
import { recordEvent } from '@facet/audit-log';
import type { ApproverView } from '@facet/contract';
import type { Principal } from '@facet/platform';
import { Approvers } from '@facet/store-rounds';
import { ApproverDoor } from './approver-door';

/** The coach takes it back: from the commit on whoever was named sees nothing of the round. A second press changes nothing. */
@Injectable()
export class EndApproval {
  constructor(
    private readonly door: ApproverDoor,
    private readonly approvers: Approvers,
  ) {}

  end(principal: Principal, id: string): Promise<ApproverView | null> {
    return this.door.change<never>(principal, id, async ({ tx, person: by }) => {
      const person = await this.approvers.end(tx, id);
      if (person !== null) recordEvent(tx, { kind: 'approver_ended', by: { person: by }, person, round: id, detail: {} });
      return null;
    });
  }
}
