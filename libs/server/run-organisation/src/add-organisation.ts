import { Injectable } from '@nestjs/common';
import { Database } from '@facet/platform';
import { type Organisation, Organisations, People, type Person } from '@facet/store-rounds';

/** A new organisation with the people who may sign in. Adding the same one again changes nothing. */
@Injectable()
export class AddOrganisation {
  constructor(
    private readonly database: Database,
    private readonly organisations: Organisations,
    private readonly people: People,
  ) {}

  add(organisation: Organisation, staff: readonly Person[]): Promise<void> {
    return this.database.as('facet_people', organisation.id, async (tx) => {
      await this.organisations.add(tx, organisation);
      await this.people.addStaff(tx, staff);
    });
  }
}
