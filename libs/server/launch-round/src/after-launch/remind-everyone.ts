import { Inject, Injectable } from '@nestjs/common';
import type { RoundView } from '@facet/contract';
import { stateOf, whyNotRemind } from '@facet/domain-round';
import { askToRemind, readAsked, readCalendar } from '@facet/mail';
import { CONFIGURATION, type Configuration, dateInWords, type Principal } from '@facet/platform';
import { factsOf } from '@facet/store-rounds';
import { invitedAt } from './reminders-of-round';
import { RoundDoor } from './round-door';

export type NotRemindedNow =
  | { readonly refused: 'not the leader' | 'no longer open' | 'nobody invited' | 'no reminders' }
  | { readonly refused: 'too early to remind'; readonly from: string };

/** The leader has everyone reminded who has not answered. Neither the answer nor a refusal tells how many they are, or whether any. */
@Injectable()
export class RemindEveryone {
  constructor(
    private readonly door: RoundDoor,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  remind(principal: Principal, id: string): Promise<RoundView | NotRemindedNow | null> {
    return this.door.change<NotRemindedNow>(principal, id, async ({ tx, round, as }) => {
      if (as !== 'leader') return { refused: 'not the leader' };
      if (stateOf(factsOf(round), tx.now) !== 'open') return { refused: 'no longer open' };
      const why = whyNotRemind(
        { invitedAt: invitedAt(round, await readCalendar(tx, this.configuration)), ...(await readAsked(tx, id)) },
        tx.now,
      );
      if (why?.refused === 'too early') return { refused: 'too early to remind', from: dateInWords(why.from, round.zone) };
      if (why) return why;
      await askToRemind(tx, id);
      return null;
    });
  }
}
