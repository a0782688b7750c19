import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { SignedIn } from '@facet/accounts';
import {
  type DraftSaved,
  KeepDraft as Draft,
  type KeptDraft,
  LaunchDraft,
  type LaunchOptions,
  type LaunchPreview,
  LaunchRequest,
  MoveClosing as Closing,
  path,
  type RoundSummary,
  type RoundView,
} from '@facet/contract';
import { body, type Membership, Permit, type Principal } from '@facet/platform';
import { CancelRound } from './after-launch/cancel-round';
import { ListRounds } from './after-launch/list-rounds';
import { MoveClosing } from './after-launch/move-closing';
import { RemindEveryone } from './after-launch/remind-everyone';
import { RoundDoor } from './after-launch/round-door';
import { found } from './found';
import { LaunchRound } from './launch/launch-round';
import { KeepDraft } from './prepare/keep-draft';
import { OfferLaunch } from './prepare/offer-launch';
import { PreviewLaunch } from './prepare/preview-launch';
import { refusal } from './refusals';

/** The leader launches; leader and coach look after the round until its answers are in. */
@Controller()
export class LaunchRoundController {
  constructor(
    private readonly offering: OfferLaunch,
    private readonly previewing: PreviewLaunch,
    private readonly keeping: KeepDraft,
    private readonly launching: LaunchRound,
    private readonly listing: ListRounds,
    private readonly door: RoundDoor,
    private readonly moving: MoveClosing,
    private readonly reminding: RemindEveryone,
    private readonly cancelling: CancelRound,
  ) {}

  @Get(path.launchOptions)
  @Permit('leader')
  options(@SignedIn() principal: Principal): Promise<LaunchOptions> {
    return this.offering.offer(leading(principal));
  }

  @Post(path.launchPreview)
  @HttpCode(200)
  @Permit('leader')
  preview(@SignedIn() principal: Principal, @Body(body(LaunchDraft)) draft: LaunchDraft): Promise<LaunchPreview> {
    return this.previewing.preview(leading(principal), draft);
  }

  @Get(path.launchDraft)
  @Permit('leader')
  draft(@SignedIn() principal: Principal): Promise<KeptDraft> {
    return this.keeping.read(leading(principal));
  }

  @Post(path.launchDraft)
  @HttpCode(200)
  @Permit('leader')
  async keepDraft(@SignedIn() principal: Principal, @Body(body(Draft)) draft: Draft): Promise<DraftSaved> {
    const kept = await this.keeping.keep(leading(principal), draft);
    if ('refused' in kept) throw refusal(kept);
    return kept;
  }

  @Post(path.rounds)
  @Permit('leader')
  async launch(@SignedIn() principal: Principal, @Body(body(LaunchRequest)) request: LaunchRequest): Promise<RoundView> {
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
  @Permit('leader', 'coach')
  async read(@SignedIn() principal: Principal, @Param('round') round: string): Promise<RoundView> {
    return found(await this.door.read(principal, round));
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

/** Where somebody leads; the guard has let nobody else in. Who leads in several organisations launches in the first. */
function leading({ memberships }: Principal): Membership {
  const membership = memberships.find(({ roles }) => roles.includes('leader'));
  if (!membership) throw new Error('the guard lets in leaders only');
  return membership;
}
