import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { SignedIn } from '@facet/accounts';
import {
  LaunchRequest,
  MoveClosing as Closing,
  path,
  type RoundPage,
  type RoundSummary,
  type RoundView,
  type SentView,
} from '@facet/contract';
import { body, notFound, Permit, type Principal } from '@facet/platform';
import { CancelRound } from './after-launch/cancel-round';
import { ListRounds } from './after-launch/list-rounds';
import { MoveClosing } from './after-launch/move-closing';
import { RemindEveryone } from './after-launch/remind-everyone';
import { RoundDoor } from './after-launch/round-door';
import { ShowSent } from './after-launch/show-sent';
import { ListDoor } from './approving/list-door';
import { found } from './found';
import { LaunchRound } from './launch/launch-round';
import { leading } from './prepare/leading';
import { refusal } from './refusals';

/** The leader launches; leader and coach look after the round until its answers are in. */
@Controller()
export class LaunchRoundController {
  constructor(
    private readonly launching: LaunchRound,
    private readonly listing: ListRounds,
    private readonly door: RoundDoor,
    private readonly lists: ListDoor,
    private readonly showing: ShowSent,
    private readonly moving: MoveClosing,
    private readonly reminding: RemindEveryone,
    private readonly cancelling: CancelRound,
  ) {}

  @Post(path.rounds)
  @Permit('leader')
  async launch(@SignedIn() principal: Principal, @Body(body(LaunchRequest)) request: LaunchRequest): Promise<RoundPage> {
    const launched = await this.launching.launch(leading(principal), request);
    if ('refused' in launched) throw refusal(launched);
    return this.read(principal, launched.round);
  }

  @Get(path.rounds)
  @Permit('signed-in')
  list(@SignedIn() principal: Principal): Promise<RoundSummary[]> {
    return this.listing.list(principal);
  }

  @Get(path.round)
  @Permit('leader', 'coach', 'administrator')
  async read(@SignedIn() principal: Principal, @Param('round') round: string): Promise<RoundPage> {
    return found((await this.door.read(principal, round)) ?? (await this.lists.read(principal, round)));
  }

  @Get(path.sent)
  @Permit('leader', 'coach')
  async sent(@SignedIn() principal: Principal, @Param('round') round: string): Promise<SentView> {
    const sent = await this.showing.show(principal, round);
    if (sent === null) throw notFound();
    return sent;
  }

  @Post(path.closing)
  @HttpCode(200)
  @Permit('leader', 'coach')
  async move(@SignedIn() principal: Principal, @Param('round') round: string, @Body(body(Closing)) closing: Closing): Promise<RoundView> {
    return found(await this.moving.move(principal, round, closing));
  }

  @Post(path.remind)
  @HttpCode(200)
  @Permit('leader')
  async remind(@SignedIn() principal: Principal, @Param('round') round: string): Promise<RoundView> {
    return found(await this.reminding.remind(principal, round));
  }

  @Post(path.cancel)
  @HttpCode(200)
  @Permit('leader', 'coach')
  async cancel(@SignedIn() principal: Principal, @Param('round') round: string): Promise<RoundView> {
    return found(await this.cancelling.cancel(principal, round));
  }
}
