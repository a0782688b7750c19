import { Inject, Injectable } from '@nestjs/common';
import type { SentView } from '@facet/contract';
import { announceRound, countInvited, isConfidential } from '@facet/domain-round';
import { readWording } from '@facet/mail';
import { CONFIGURATION, type Configuration, dateInWords, type Principal } from '@facet/platform';
import { asPromised, Invitations, Organisations, People } from '@facet/store-rounds';
import { whatColleaguesSee } from '../prepare/what-colleagues-see';
import { RoundDoor } from './round-door';

/** What colleagues of a launched round were sent and see, with the words and the closing of this moment. It shows nobody's link. */
@Injectable()
export class ShowSent {
  constructor(
    private readonly door: RoundDoor,
    private readonly organisations: Organisations,
    private readonly people: People,
    private readonly invitations: Invitations,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** Null is "not found". */
  show(principal: Principal, id: string): Promise<SentView | null> {
    return this.door.look(principal, id, async ({ tx, round }) => {
      const leader = await this.people.byId(tx, round.leader);
      const coach = await this.people.byId(tx, round.coach);
      const asked = await this.invitations.ofRound(tx, round.id);
      const reader = asked.find(({ group }) => isConfidential(group));
      if (!leader || !coach || !reader) return null;
      const { promise } = round;
      return {
        ...whatColleaguesSee(
          {
            organisation: asPromised(await this.organisations.current(tx), round),
            ...{ leader, coach, reader, promise, invited: countInvited(asked) },
            lineManagers: asked.filter(({ group }) => group === 'line_manager').length,
            ...{ closing: round, message: round.message, wording: await readWording(tx, 'invitation'), now: round.launchedAt },
          },
          this.configuration,
        ),
        announcement: announceRound({ leader: leader.name, coach: coach.name, promise, closes: dateInWords(round.closesAt, round.zone) }),
      };
    });
  }
}
