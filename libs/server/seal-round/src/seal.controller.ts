import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { SignedIn, WhoseRound } from '@facet/accounts';
import { path, type SealChoice as Choice, SealRequest } from '@facet/contract';
import type { NotLeftOut } from '@facet/domain-disclosure';
import { body, notFound, Permit, type Principal, Refused } from '@facet/platform';
import { SealChoice } from './seal-choice';
import { SealRound } from './seal-round';

/** The coach of a closed round that has too few answers: read what would be shown, and seal. */
@Controller()
export class SealController {
  constructor(
    private readonly whose: WhoseRound,
    private readonly choices: SealChoice,
    private readonly sealing: SealRound,
  ) {}

  @Get(path.seal)
  @Permit('coach')
  async choice(@SignedIn() principal: Principal, @Param('round') round: string): Promise<Choice> {
    const { choice } = await this.asCoach(principal, round);
    return choice;
  }

  @Post(path.seal)
  @Permit('coach')
  @HttpCode(204)
  async seal(
    @SignedIn() principal: Principal,
    @Param('round') round: string,
    @Body(body(SealRequest)) request: SealRequest,
  ): Promise<void> {
    const { organisation, person } = await this.asCoach(principal, round);
    const result = await this.sealing.seal(
      organisation,
      round,
      request?.without ? 'coach, without what cannot be read' : 'coach',
      request?.leaveOut,
      person,
    );
    if (result === 'answers unreadable') throw cannotBeRead();
    if (result === 'keeps its promise' || result === 'nothing left') throw cannotLeaveOut(result);
    if (result !== 'sealed' && result !== 'already done') throw cannotBeSealed();
  }

  private async asCoach(principal: Principal, round: string): Promise<{ organisation: string; person: string; choice: Choice }> {
    const membership = await this.whose.membership(principal, round);
    if (!membership?.roles.includes('coach')) throw notFound();
    const choice = await this.choices.read(membership.organisation, membership.person, round);
    if (choice === null) throw notFound();
    if (choice === 'not closed yet') throw notClosedYet();
    return { organisation: membership.organisation, person: membership.person, choice };
  }
}

const notLeftOut: Readonly<Record<NotLeftOut, string>> = {
  'keeps its promise':
    'Only a group that misses what it was promised can be left out, and only if nobody was taken out of it or got a new link.',
  'nothing left': 'Without these groups nothing could be shown.',
};

const cannotLeaveOut = (why: NotLeftOut): Refused =>
  new Refused({
    code: 'cannot_leave_out',
    title: 'The report cannot be made without these groups.',
    status: 409,
    detail: `${notLeftOut[why]} No report was made, and all answers are as they were. Please choose again.`,
  });

const notClosedYet = (): Refused =>
  new Refused({
    code: 'not_closed',
    title: 'There is nothing to choose now.',
    status: 409,
    detail: 'The round still takes answers, or its report is already made.',
  });

const cannotBeRead = (): Refused =>
  new Refused({
    code: 'answers_unreadable',
    title: 'Some answers cannot be opened at the moment.',
    status: 409,
    detail:
      'All answers are as they were. An administrator has to look at the key vault; then try again. If it fails once more after an hour, ' +
      'you can make the report without them.',
  });

const cannotBeSealed = (): Refused =>
  new Refused({
    code: 'cannot_be_sealed',
    title: 'The report cannot be made at the moment.',
    status: 503,
    detail: 'All answers are as they were. An administrator has to look at the key vault; then try again.',
  });
