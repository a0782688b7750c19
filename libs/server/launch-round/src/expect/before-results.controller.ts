import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { SignedIn } from '@facet/accounts';
import { type ExpectationsView, path, WriteExpectations as Written } from '@facet/contract';
import { body, notFound, Permit, type Principal } from '@facet/platform';
import { refusal } from '../refusals';
import { ExpectResults } from './expect-results';

/** What the leader expects, before they see results; beside the results, for leader and coach. */
@Controller()
export class BeforeResultsController {
  constructor(private readonly expecting: ExpectResults) {}

  @Get(path.expectations)
  @Permit('leader', 'coach')
  async read(@SignedIn() principal: Principal, @Param('round') round: string): Promise<ExpectationsView> {
    const view = await this.expecting.read(principal, round);
    if (view === null) throw notFound();
    return view;
  }

  @Post(path.expectations)
  @HttpCode(200)
  @Permit('leader')
  async write(
    @SignedIn() principal: Principal,
    @Param('round') round: string,
    @Body(body(Written)) written: Written,
  ): Promise<ExpectationsView> {
    const result = await this.expecting.write(principal, round, written);
    if (result === null) throw notFound();
    if ('refused' in result) throw refusal(result);
    return result;
  }
}
