import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { recordEvent } from '@facet/audit-log';
import type { AddPerson as Wanted, PeopleView } from '@facet/contract';
import { readAddress } from '@facet/domain-round';
import { asciiDomain, type Principal } from '@facet/platform';
import { Staff } from '@facet/store-rounds';
import { givesThemselves } from './own-roles';
import { PeopleDoor } from './people-door';

export interface NotAdded {
  readonly refused: 'no address' | 'known already' | 'own roles';
}

/** Somebody gets a role, and may sign in from the commit on. One address may have roles in several organisations. */
@Injectable()
export class AddPerson {
  constructor(
    private readonly door: PeopleDoor,
    private readonly staff: Staff,
  ) {}

  async add(principal: Principal, organisation: string | undefined, { name, email, roles }: Wanted): Promise<PeopleView | NotAdded | null> {
    const address = readAddress(email, asciiDomain);
    if (typeof address === 'string') return { refused: 'no address' };
    return this.door.change(principal, organisation, async (desk) => {
      const { tx, by, staff } = desk;
      const known = staff.some((member) => member.email.toLowerCase() === address.email.toLowerCase());
      if (!known && givesThemselves({ email: address.email, roles }, undefined, desk)) return { refused: 'own roles' };
      const person = await this.staff.appoint(tx, { id: randomUUID(), name, email: address.email, roles });
      if (person === null) return { refused: 'known already' };
      recordEvent(tx, { kind: 'person_added', by: { person: by }, person, detail: { roles } });
      return this.door.view(tx, by);
    });
  }
}
