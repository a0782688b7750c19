import { Inject, Injectable } from '@nestjs/common';
import type { Me } from '@facet/contract';
import { CONFIGURATION, type Configuration, Database, type Principal } from '@facet/platform';
import { Organisations, People } from '@facet/store-rounds';

/** Who is signed in, as their own pages show it. */
@Injectable()
export class WhoAmI {
  constructor(
    private readonly database: Database,
    private readonly organisations: Organisations,
    private readonly people: People,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async look({ address, memberships }: Principal): Promise<Me> {
    return {
      email: address,
      memberships: await Promise.all(
        memberships.map(({ organisation, person, roles }) =>
          this.database.as('facet_people', organisation, async (tx) => ({
            organisation: (await this.organisations.current(tx)).name,
            name: (await this.people.byId(tx, person))?.name ?? address,
            roles: [...roles],
          })),
        ),
      ),
      demo: this.configuration.demo,
    };
  }
}
