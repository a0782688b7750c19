import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { SignedIn } from '@facet/accounts';
import {
  type DraftSaved,
  KeepDraft as Draft,
  type KeptDraft,
  type KnownPeople,
  LaunchDraft,
  type LaunchOptions,
  type LaunchPreview,
  path,
  type RoundAgain,
} from '@facet/contract';
import { body, notFound, Permit, type Principal } from '@facet/platform';
import { refusal } from '../refusals';
import { FindKnownPeople } from './find-known-people';
import { KeepDraft } from './keep-draft';
import { leading } from './leading';
import { OfferLaunch } from './offer-launch';
import { PreviewLaunch } from './preview-launch';
import { RepeatRound } from './repeat-round';

/** Before the launch: what is offered, what is typed, and what it would come to. Nobody else sees any of it. */
@Controller()
export class PrepareController {
  constructor(
    private readonly offering: OfferLaunch,
    private readonly previewing: PreviewLaunch,
    private readonly keeping: KeepDraft,
    private readonly finding: FindKnownPeople,
    private readonly repeating: RepeatRound,
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

  @Get(path.knownPeople)
  @Permit('leader')
  people(@SignedIn() principal: Principal, @Query('of') beginning: unknown): Promise<KnownPeople> {
    return this.finding.find(leading(principal), typeof beginning === 'string' ? beginning : '');
  }

  @Get(path.again)
  @Permit('leader')
  async again(@SignedIn() principal: Principal, @Param('round') round: string): Promise<RoundAgain> {
    const again = await this.repeating.again(principal, round);
    if (again === null) throw notFound();
    return again;
  }
}
