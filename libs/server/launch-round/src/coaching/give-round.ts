import { Injectable } from '@nestjs/common';
import { recordEvent } from '@facet/audit-log';
import type { CoachingView, GiveRound as Wanted } from '@facet/contract';
import { type NotTheCoach, whyNotGiven } from '@facet/domain-round';
import { Doorbell, letterAbout, MailRows } from '@facet/mail';
import { asciiDomain, type Principal } from '@facet/platform';
import { Approvers, Invitations, People, Rounds, Staff } from '@facet/store-rounds';
import { addressesOf } from '../after-launch/addresses-in-use';
import { CoachingDoor } from './coaching-door';

export interface NotGiven {
  readonly refused: 'cancelled' | 'no coach' | 'an administrator' | 'known no longer' | NotTheCoach;
}

/**
 * An administrator gives a round to another coach. From the commit on the one before sees nothing of it: what somebody may see is
 * read from the round at every request. Whoever checked the list in that coach's stead does so no longer. Refused for whoever was ever asked in it, and for every administrator, themselves
 * included; and to everybody once it is known no longer who was asked.
 */
@Injectable()
export class GiveRound {
  constructor(
    private readonly door: CoachingDoor,
    private readonly rounds: Rounds,
    private readonly people: People,
    private readonly staff: Staff,
    private readonly invitations: Invitations,
    private readonly approvers: Approvers,
    private readonly mails: MailRows,
    private readonly doorbell: Doorbell,
  ) {}

  async give(principal: Principal, id: string, { coach }: Wanted): Promise<CoachingView | NotGiven | null> {
    let ring: string[] = [];
    const result = await this.door.change<NotGiven>(principal, id, async (tx, round, by) => {
      if (round.cancelledAt !== null) return { refused: 'cancelled' };
      if (round.coach === coach) return null;
      if (await this.invitations.knownNoLonger(tx, id)) return { refused: 'known no longer' };
      const [candidate, leader] = [await this.people.byId(tx, coach), await this.people.byId(tx, round.leader)];
      if (!leader || !candidate?.roles.includes('coach')) return { refused: 'no coach' };
      const asked = [...(await this.invitations.ofRound(tx, id)), ...(await this.invitations.takenOut(tx, id))];
      const colleagues = asked.flatMap(({ group, ...one }) => addressesOf([one]).map((email) => ({ email, group })));
      const administrators = (await this.staff.all(tx)).filter(({ roles }) => roles.includes('administrator'));
      const why = whyNotGiven(candidate.email, { leader, colleagues, administrators, asciiDomain });
      if (why !== null) return { refused: why };
      await this.rounds.give(tx, id, coach);
      await this.approvers.end(tx, id);
      recordEvent(tx, { kind: 'coach_given', by: { person: by }, person: coach, round: id, detail: {} });
      const cause = (person: string): string => `${person}:${tx.now.toISOString()}`;
      ring = await this.mails.write(tx, [
        letterAbout({ round: id, kind: 'coach_assigned', person: coach, cause: cause(coach) }, tx.now),
        ...[round.coach, round.leader].map((told) =>
          letterAbout({ round: id, kind: 'coach_changed', person: told, cause: cause(told) }, tx.now),
        ),
      ]);
      return null;
    });
    await this.doorbell.ring(ring);
    return result;
  }
}
