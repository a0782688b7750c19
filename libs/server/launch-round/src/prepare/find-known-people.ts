import { Injectable } from '@nestjs/common';
import type { KnownPeople } from '@facet/contract';
import { Database, type Membership } from '@facet/platform';

const MOST = 8;
const SHORTEST = 2;

/**
 * Whom a leader need not type: staff of the organisation, and whoever they have asked before. Whoever is known only because another
 * leader asked them is not among them: whom others ask is nobody's business.
 */
@Injectable()
export class FindKnownPeople {
  constructor(private readonly database: Database) {}

  find({ organisation, person }: Membership, beginning: string): Promise<KnownPeople> {
    const letters = beginning.replaceAll('\0', '').trim().slice(0, 100);
    if (letters.length < SHORTEST) return Promise.resolve({ people: [] });
    return this.database.as('facet_people', organisation, async (tx) => ({
      people: await tx.query<KnownPeople['people'][number]>(
        `select p.name, p.email from people.person p
          where p.id <> $1 and p.disabled_at is null
            and exists (select from unnest(string_to_array(p.name, ' ') || p.email || p.name) as part where starts_with(lower(part), lower($2)))
            and (p.roles <> '{}' or exists (
              select from people.invitation i join people.round r on r.id = i.round where i.person = p.id and r.leader = $1))
          order by p.name, p.id limit $3`,
        [person, letters, MOST],
      ),
    }));
  }
}
