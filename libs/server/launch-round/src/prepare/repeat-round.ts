import { Injectable } from '@nestjs/common';
import type { RoundAgain } from '@facet/contract';
import { lineOf, type RoundPromise } from '@facet/domain-round';
import type { Principal } from '@facet/platform';
import { Invitations, People } from '@facet/store-rounds';
import { RoundDoor } from '../after-launch/round-door';

/** The leader asks again: the same version of the framework and whoever was on the list at the end. Whom to look at twice, the preview says. */
@Injectable()
export class RepeatRound {
  constructor(
    private readonly door: RoundDoor,
    private readonly invitations: Invitations,
    private readonly people: People,
  ) {}

  /** Null is "not found". */
  again(principal: Principal, id: string): Promise<RoundAgain | null> {
    return this.door.look(principal, id, async ({ tx, round, as }) => {
      if (as !== 'leader') return null;
      const asked = await this.invitations.ofRound(tx, round.id);
      const coaches = await this.people.coaches(tx);
      return {
        framework: round.framework,
        coach: coaches.some((coach) => coach.id === round.coach) ? round.coach : '',
        colleagues: asked.flatMap(({ name, email, group }) => (group === 'self' ? [] : [lineOf(name, email, group)])).join('\n'),
        together: togetherOf(round.promise),
        minimum: round.promise.minimum,
        message: round.message,
      };
    });
  }
}

/** As it was chosen then; of a group that is no longer small it says nothing. */
const togetherOf = ({ groups }: RoundPromise): RoundAgain['together'] =>
  Object.fromEntries(
    groups.flatMap(({ code, members }): [string, RoundAgain['together'][keyof RoundAgain['together']]][] =>
      members.length === 1 ? [[code, 'alone']] : members.filter((member) => member !== code).map((member) => [member, code]),
    ),
  );
