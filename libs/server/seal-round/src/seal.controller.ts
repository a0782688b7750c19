import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { SignedIn, WhoseRound } from '@facet/accounts';
import { path, type SealChoice as Choice, SealRequest } from '@facet/contract';
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
    const { organisation } = await this.asCoach(principal, round);
    const result = await this.sealing.seal(organisation, round, request?.without ? 'coach, without what cannot be read' : 'coach');
    if (result === 'answers unreadable') throw cannotBeRead();
    if (result !== 'sealed' && result !== 'already done') throw cannotBeSealed();
  }

  private async asCoach(principal: Principal, round: string): Promise<{ organisation: string; choice: Choice }> {
    const membership = await this.whose.membership(principal, round);
    if (!membership?.roles.includes('coach')) throw notFound();
    const choice = await this.choices.read(membership.organisation, membership.person, round);
    if (choice === null) throw notFound();
    if (choice === 'not closed yet') throw notClosedYet();
    return { organisation: membership.organisation, choice };
  }
}

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
