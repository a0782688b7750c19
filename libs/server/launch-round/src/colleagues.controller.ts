import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { SignedIn } from '@facet/accounts';
import {
  AddColleagues as Additions,
  ConfirmColleagues as Seen,
  CorrectAddress as Correction,
  MoveColleague as Move,
  path,
  type RoundPage,
  type RoundView,
  TakeOut,
} from '@facet/contract';
import { body, Permit, type Principal } from '@facet/platform';
import { AddColleagues } from './after-launch/add-colleagues';
import { ConfirmColleagues } from './after-launch/confirm-colleagues';
import { CorrectAddress } from './after-launch/correct-address';
import { KeepAddress } from './after-launch/keep-address';
import { MoveColleague } from './after-launch/move-colleague';
import { ProposeAddress } from './after-launch/propose-address';
import { TakeOutColleague } from './after-launch/take-out-colleague';
import { found } from './found';

/** Whoever a coach may name to check a list in their stead, has one of these; that it is theirs to check, the list's door knows. */
const checkers = ['leader', 'coach', 'administrator'] as const;

/** Who is asked in a launched round: the leader proposes, and the coach sees to it that everybody is who they seem to be. */
@Controller()
export class ColleaguesController {
  constructor(
    private readonly adding: AddColleagues,
    private readonly confirming: ConfirmColleagues,
    private readonly moving: MoveColleague,
    private readonly takingOut: TakeOutColleague,
    private readonly correcting: CorrectAddress,
    private readonly proposing: ProposeAddress,
    private readonly keeping: KeepAddress,
  ) {}

  @Post(path.colleagues)
  @HttpCode(200)
  @Permit('leader')
  async add(
    @SignedIn() principal: Principal,
    @Param('round') round: string,
    @Body(body(Additions)) additions: Additions,
  ): Promise<RoundView> {
    return found(await this.adding.add(principal, round, additions));
  }

  @Post(path.confirmColleagues)
  @HttpCode(200)
  @Permit(...checkers)
  async confirm(@SignedIn() principal: Principal, @Param('round') round: string, @Body(body(Seen)) seen: Seen): Promise<RoundPage> {
    return found(await this.confirming.confirm(principal, round, seen));
  }

  @Post(path.group)
  @HttpCode(200)
  @Permit(...checkers)
  async move(@SignedIn() principal: Principal, @Param('round') round: string, @Body(body(Move)) move: Move): Promise<RoundPage> {
    return found(await this.moving.move(principal, round, move));
  }

  @Post(path.takeOut)
  @HttpCode(200)
  @Permit(...checkers)
  async takeOut(
    @SignedIn() principal: Principal,
    @Param('round') round: string,
    @Body(body(TakeOut)) colleague: TakeOut,
  ): Promise<RoundPage> {
    return found(await this.takingOut.takeOut(principal, round, colleague));
  }

  @Post(path.address)
  @HttpCode(200)
  @Permit(...checkers)
  async correct(
    @SignedIn() principal: Principal,
    @Param('round') round: string,
    @Body(body(Correction)) correction: Correction,
  ): Promise<RoundPage> {
    return found(await this.correcting.correct(principal, round, correction));
  }

  @Post(path.proposeAddress)
  @HttpCode(200)
  @Permit('leader')
  async propose(
    @SignedIn() principal: Principal,
    @Param('round') round: string,
    @Body(body(Correction)) proposal: Correction,
  ): Promise<RoundView> {
    return found(await this.proposing.propose(principal, round, proposal));
  }

  @Post(path.keepAddress)
  @HttpCode(200)
  @Permit(...checkers)
  async keep(@SignedIn() principal: Principal, @Param('round') round: string, @Body(body(TakeOut)) colleague: TakeOut): Promise<RoundPage> {
    return found(await this.keeping.keep(principal, round, colleague));
  }
}
