import { Controller, Get, Param } from '@nestjs/common';
import { SignedIn } from '@facet/accounts';
import { type DeclineReasons, path } from '@facet/contract';
import { notFound, Permit, type Principal } from '@facet/platform';
import { ReadDeclineReasons } from './read-decline-reasons';

@Controller()
export class DeclineReasonsController {
  constructor(private readonly reasons: ReadDeclineReasons) {}

  @Get(path.declineReasons)
  @Permit('coach')
  async read(@SignedIn() principal: Principal, @Param('round') round: string): Promise<DeclineReasons> {
    const reasons = await this.reasons.read(principal, round);
    if (reasons === null) throw notFound();
    return reasons;
  }
}
