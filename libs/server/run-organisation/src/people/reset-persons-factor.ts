import { Injectable } from '@nestjs/common';
import { ResetSecondFactor } from '@facet/accounts';
import type { PeopleView } from '@facet/contract';
import { Doorbell } from '@facet/mail';
import type { Principal } from '@facet/platform';
import type { NotChanged } from './change-person';
import { isTheirOwn } from './own-roles';
import { PeopleDoor } from './people-door';

interface Found {
  readonly email: string;
  /** The administrator's id. */
  readonly by: string;
  readonly view: PeopleView;
}

/** An administrator takes a lost authenticator off: never their own, and never in silence. */
@Injectable()
export class ResetPersonsFactor {
  constructor(
    private readonly door: PeopleDoor,
    private readonly resetting: ResetSecondFactor,
    private readonly doorbell: Doorbell,
  ) {}

  async reset(principal: Principal, id: string): Promise<PeopleView | NotChanged | null> {
    const found = await this.door.changePerson<NotChanged | Found>(principal, id, async (desk, { email }) => {
      if (isTheirOwn(email, desk)) return { refused: 'own second step' };
      return { email, by: desk.by, view: await this.door.view(desk.tx, desk.by) };
    });
    if (found === null || 'refused' in found) return found;
    const { organisation, people } = found.view;
    const done = await this.resetting.reset(organisation.id, id, found.email, { person: found.by });
    if (done !== null) void this.doorbell.ring(done.mails);
    return { ...found.view, people: people.map((one) => (one.id === id ? { ...one, secondFactor: false } : one)) };
  }
}
