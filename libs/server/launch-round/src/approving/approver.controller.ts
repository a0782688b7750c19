import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { SignedIn } from '@facet/accounts';
import { type ApproverView, NameApprover as Wanted, path } from '@facet/contract';
import { body, invalid, notFound, Permit, type Principal, Refused } from '@facet/platform';
import { ApproverDoor } from './approver-door';
import { EndApproval } from './end-approval';
import { NameApprover, type NotNamed } from './name-approver';

/** A coach says who may check a list in their stead. */
@Controller()
export class ApproverController {
  constructor(
    private readonly door: ApproverDoor,
    private readonly naming: NameApprover,
    private readonly ending: EndApproval,
  ) {}

  @Get(path.approver)
  @Permit('coach')
  async read(@SignedIn() principal: Principal, @Param('round') round: string): Promise<ApproverView> {
    return found(await this.door.read(principal, round));
  }

  @Post(path.approver)
  @HttpCode(200)
  @Permit('coach')
  async name(@SignedIn() principal: Principal, @Param('round') round: string, @Body(body(Wanted)) wanted: Wanted): Promise<ApproverView> {
    return found(await this.naming.name(principal, round, wanted));
  }

  @Post(path.endApprover)
  @HttpCode(200)
  @Permit('coach')
  async end(@SignedIn() principal: Principal, @Param('round') round: string): Promise<ApproverView> {
    return found(await this.ending.end(principal, round));
  }
}

function found(result: ApproverView | NotNamed | null): ApproverView {
  if (result === null) throw notFound();
  if ('refused' in result) throw refusal(result);
  return result;
}

function refusal({ refused }: NotNamed): Refused {
  switch (refused) {
    case 'no longer open':
      return new Refused({
        code: 'no_longer_open',
        title: 'This round takes no answers any more.',
        status: 409,
        detail: 'There is no list left to check. Nothing has been changed.',
      });
    case 'no such day':
      return invalid([{ field: 'until', message: 'There is no such day. Choose another, or leave it empty.' }]);
    case 'day has passed':
      return invalid([{ field: 'until', message: 'This day has passed. Choose a later one, or leave it empty.' }]);
    case 'no role':
      return invalid([{ field: 'person', message: 'Choose somebody who has a role here and can sign in.' }]);
    case 'the coach':
      return invalid([{ field: 'person', message: 'You check the list anyway. Choose somebody else.' }]);
    case 'the leader':
      return invalid([{ field: 'person', message: 'Nobody checks their own list. Choose somebody else.' }]);
    case 'a line manager':
    case 'a colleague':
      return invalid([{ field: 'person', message: 'They are or were asked in this round themselves. Choose somebody else.' }]);
  }
}
