import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { SignedIn } from '@facet/accounts';
import { CommentPlace, type DeskView, KeepNotes, path, ReleaseDay, type ReportViews, WithholdComment } from '@facet/contract';
import { body, notFound, Permit, type Principal } from '@facet/platform';
import { refusal } from '../refusals';
import { ChooseReleaseDay, type NoSuchDay } from '../release/choose-release-day';
import type { NoReport } from '../report-door';
import { ListViews } from '../views/list-views';
import { ChangeDesk, type NotChanged } from './change-desk';
import { OpenDesk } from './open-desk';
import { deskRefusal } from './refusals';

/** The coach's desk beside a report; and, for leader and coach alike, who has looked at it. */
@Controller()
export class DeskController {
  constructor(
    private readonly opening: OpenDesk,
    private readonly changing: ChangeDesk,
    private readonly choosing: ChooseReleaseDay,
    private readonly listing: ListViews,
  ) {}

  @Get(path.desk)
  @Permit('coach')
  async open(@SignedIn() principal: Principal, @Param('round') round: string): Promise<DeskView> {
    return there(await this.opening.open(principal, round));
  }

  @Post(path.withhold)
  @HttpCode(200)
  @Permit('coach')
  async withhold(
    @SignedIn() principal: Principal,
    @Param('round') round: string,
    @Body(body(WithholdComment)) comment: WithholdComment,
  ): Promise<DeskView> {
    return there(await this.changing.withhold(principal, round, comment));
  }

  @Post(path.showAgain)
  @HttpCode(200)
  @Permit('coach')
  async showAgain(
    @SignedIn() principal: Principal,
    @Param('round') round: string,
    @Body(body(CommentPlace)) place: CommentPlace,
  ): Promise<DeskView> {
    return there(await this.changing.showAgain(principal, round, place));
  }

  @Post(path.debriefNotes)
  @HttpCode(200)
  @Permit('coach')
  async keepNotes(
    @SignedIn() principal: Principal,
    @Param('round') round: string,
    @Body(body(KeepNotes)) notes: KeepNotes,
  ): Promise<DeskView> {
    return there(await this.changing.keepNotes(principal, round, notes));
  }

  @Post(path.releaseDay)
  @HttpCode(200)
  @Permit('coach')
  async chooseDay(
    @SignedIn() principal: Principal,
    @Param('round') round: string,
    @Body(body(ReleaseDay)) day: ReleaseDay,
  ): Promise<DeskView> {
    return there(await this.choosing.choose(principal, round, day));
  }

  @Get(path.reportViews)
  @Permit('leader', 'coach')
  async views(@SignedIn() principal: Principal, @Param('round') round: string): Promise<ReportViews> {
    return there(await this.listing.list(principal, round));
  }
}

type Refusal = NoReport | NotChanged | NoSuchDay;

function there<Result extends object>(result: Result | Refusal | null): Result {
  if (result === null) throw notFound();
  if (!('refused' in result)) return result;
  const { refused } = result;
  if (refused === 'not sealed' || refused === 'cancelled' || refused === 'withdrawn' || refused === 'expectation first')
    throw refusal({ refused });
  throw deskRefusal({ refused });
}
