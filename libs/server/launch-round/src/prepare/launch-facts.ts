import { Injectable } from '@nestjs/common';
import type { LaunchDraft } from '@facet/contract';
import { isUuid, type Membership, type Transaction } from '@facet/platform';
import { Frameworks, Organisations, People, type Person } from '@facet/store-rounds';
import type { LaunchFacts } from './launch-plan';

/** Looks up what a draft names, inside the leader's own organisation. */
@Injectable()
export class ReadLaunchFacts {
  constructor(
    private readonly organisations: Organisations,
    private readonly people: People,
    private readonly frameworks: Frameworks,
  ) {}

  async read(
    tx: Transaction,
    { person }: Membership,
    { coach, framework }: Pick<LaunchDraft, 'coach' | 'framework'>,
  ): Promise<LaunchFacts> {
    const leader = await this.people.byId(tx, person);
    if (!leader) throw new Error('a member is a person of the organisation');
    return {
      organisation: await this.organisations.current(tx),
      leader,
      coach: isUuid(coach) ? asCoach(await this.people.byId(tx, coach), leader) : null,
      framework: isUuid(framework) ? await this.frameworks.byId(tx, framework) : null,
      now: tx.now,
    };
  }
}

const asCoach = (person: Person | null, leader: Person): Person | null =>
  person && person.id !== leader.id && person.roles.includes('coach') ? person : null;
