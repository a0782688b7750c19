import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { SignedIn } from '@facet/accounts';
import { type CoachingView, GiveRound as Wanted, path } from '@facet/contract';
import { body, invalid, notFound, Permit, type Principal, Refused } from '@facet/platform';
import { CoachingDoor } from './coaching-door';
import { GiveRound, type NotGiven } from './give-round';

/** The administrator sees to it that every round has a coach. */
@Controller()
export class CoachingController {
  constructor(
    private readonly door: CoachingDoor,
    private readonly giving: GiveRound,
  ) {}

  @Get(path.coaching)
  @Permit('administrator')
  read(@SignedIn() principal: Principal): Promise<CoachingView> {
    return this.door.read(principal);
  }

  @Post(path.coach)
  @HttpCode(200)
  @Permit('administrator')
  async give(@SignedIn() principal: Principal, @Param('round') round: string, @Body(body(Wanted)) wanted: Wanted): Promise<CoachingView> {
    const result = await this.giving.give(principal, round, wanted);
    if (result === null) throw notFound();
    if ('refused' in result) throw refusal(result);
    return result;
  }
}

function refusal({ refused }: NotGiven): Refused {
  switch (refused) {
    case 'no coach':
      return invalid([{ field: 'coach', message: 'Choose one of the coaches.' }]);
    case 'the leader':
      return invalid([{ field: 'coach', message: 'Nobody coaches their own round. Choose another coach.' }]);
    case 'a line manager':
    case 'a colleague':
      return invalid([{ field: 'coach', message: 'This coach is or was asked in the round themselves. Choose another coach.' }]);
    case 'an administrator':
      return invalid([
        {
          field: 'coach',
          message: 'Administrators say who may do what, and so are given no round, by themselves or by each other. Choose another coach.',
        },
      ]);
    case 'known no longer':
      return new Refused({
        code: 'over',
        title: 'This round stays with its coach.',
        status: 409,
        detail:
          'Who was asked in it is no longer kept, so nobody can tell whether another coach was among them. Nothing has been changed; ' +
          'the leader can open their released report as before.',
      });
    case 'cancelled':
      return new Refused({
        code: 'over',
        title: 'This round was cancelled.',
        status: 409,
        detail: 'There is nothing left to coach. Nothing has been changed.',
      });
  }
}
