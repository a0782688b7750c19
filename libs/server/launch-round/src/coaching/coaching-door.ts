import { Injectable } from '@nestjs/common';
import { WhoseRound } from '@facet/accounts';
import type { CoachingView } from '@facet/contract';
import { ownerOf } from '@facet/domain-round';
import { asciiDomain, Database, dateInWords, type Membership, type Principal, type Transaction } from '@facet/platform';
import { People, type Round, Rounds, Staff } from '@facet/store-rounds';

/** Who coaches whom in one organisation, for its administrators: nothing of how a round is going. */
@Injectable()
export class CoachingDoor {
  constructor(
    private readonly database: Database,
    private readonly whose: WhoseRound,
    private readonly rounds: Rounds,
    private readonly people: People,
    private readonly staff: Staff,
  ) {}

  /** Where somebody is an administrator; who is one in several organisations sees the first. */
  read({ memberships }: Principal): Promise<CoachingView> {
    const membership = memberships.find(isAdministrator);
    if (!membership) throw new Error('the guard lets in administrators only');
    return this.database.as('facet_people', membership.organisation, (tx) => this.view(tx));
  }

  /** Null is "not found": there is no such round, or it is none of this administrator's. What `change` returns besides null is a refusal. */
  async change<Refusal extends { readonly refused: string }>(
    principal: Principal,
    id: string,
    change: (tx: Transaction, round: Round, by: string) => Promise<Refusal | null>,
  ): Promise<CoachingView | Refusal | null> {
    const membership = await this.whose.membership(principal, id);
    if (!membership || !isAdministrator(membership)) return null;
    return this.database.as('facet_people', membership.organisation, async (tx) => {
      const round = await this.rounds.lock(tx, id);
      return round ? ((await change(tx, round, membership.person)) ?? this.view(tx)) : null;
    });
  }

  private async view(tx: Transaction): Promise<CoachingView> {
    const rounds = await this.rounds.ofOrganisation(tx);
    const names = await this.people.names(tx, [...new Set(rounds.flatMap(({ leader, coach }) => [leader, coach]))]);
    return {
      rounds: rounds.map(({ id, leader, coach, closesAt, zone }) => ({
        id,
        leader: names.get(leader) ?? '',
        coach: { id: coach, name: names.get(coach) ?? '' },
        closes: dateInWords(closesAt, zone),
      })),
      coaches: await this.coaches(tx),
    };
  }

  /** Whom a round may be given to: nobody who is an administrator, at another address either. */
  private async coaches(tx: Transaction): Promise<CoachingView['coaches']> {
    const owner = (email: string): string => ownerOf(email, asciiDomain);
    const administrators = (await this.staff.all(tx))
      .filter(({ roles }) => roles.includes('administrator'))
      .map(({ email }) => owner(email));
    return (await this.people.coaches(tx))
      .filter(({ email }) => !administrators.includes(owner(email)))
      .map(({ id, name, email }) => ({ id, name, email }));
  }
}

const isAdministrator = ({ roles }: Membership): boolean => roles.includes('administrator');
