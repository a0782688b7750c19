import { Inject, Injectable } from '@nestjs/common';
import type { OrganisationsView, PeopleView } from '@facet/contract';
import { CONFIGURATION, type Configuration, Database, isUuid, type Membership, type Principal, type Transaction } from '@facet/platform';
import { Organisations, Staff, type StaffMember } from '@facet/store-rounds';

export interface Desk {
  readonly tx: Transaction;
  /** The administrator who is at it. */
  readonly by: string;
  readonly staff: readonly StaffMember[];
}

/** The staff of one organisation, open to its administrators; what they change there they change one after the other. */
@Injectable()
export class PeopleDoor {
  constructor(
    private readonly database: Database,
    private readonly organisations: Organisations,
    private readonly staff: Staff,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** By name. */
  async organisationsOf(principal: Principal): Promise<OrganisationsView> {
    const all = await Promise.all(
      administering(principal).map(({ organisation }) =>
        this.database.as('facet_people', organisation, (tx) => this.organisations.current(tx)),
      ),
    );
    return all.map(({ id, name }) => ({ id, name })).sort((one, other) => one.name.localeCompare(other.name, 'en-GB'));
  }

  /** `wanted` is the organisation, or undefined for the only one or the first. Null where it is not theirs to look after. */
  async read(principal: Principal, wanted: string | undefined): Promise<PeopleView | null> {
    const membership = chosen(principal, wanted);
    return membership && this.database.as('facet_people', membership.organisation, (tx) => this.view(tx, membership.person));
  }

  /** Null also where whoever asks has ceased to be an administrator by the time that it is their turn. */
  async change<Result>(principal: Principal, wanted: string | undefined, work: (desk: Desk) => Promise<Result>): Promise<Result | null> {
    const membership = chosen(principal, wanted);
    return membership && this.atDesk(membership.organisation, membership.person, work);
  }

  /** The same in whichever of their organisations this person is; null also where there is no such person. */
  async changePerson<Result>(
    principal: Principal,
    id: string,
    work: (desk: Desk, member: StaffMember) => Promise<Result>,
  ): Promise<Result | null> {
    if (!isUuid(id)) return null;
    for (const { organisation, person } of administering(principal)) {
      const result = await this.atDesk(organisation, person, async (desk) => {
        const member = desk.staff.find((one) => one.id === id);
        return member ? { done: await work(desk, member) } : null;
      });
      if (result) return result.done;
    }
    return null;
  }

  async view(tx: Transaction, by: string): Promise<PeopleView> {
    const { id, name } = await this.organisations.current(tx);
    const factors = await tx.query<{ person: string }>('select person from door.second_factors()');
    const withFactor = new Set(factors.map(({ person }) => person));
    return {
      organisation: { id, name },
      signIn: new URL('/sign-in', this.configuration.publicUrl).href,
      people: (await this.staff.all(tx)).map((one) => ({
        ...{ id: one.id, name: one.name, email: one.email, roles: [...one.roles] },
        disabled: one.disabledAt !== null,
        secondFactor: withFactor.has(one.id),
        you: one.id === by,
      })),
    };
  }

  private atDesk<Result>(organisation: string, by: string, work: (desk: Desk) => Promise<Result>): Promise<Result | null> {
    return this.database.as('facet_people', organisation, async (tx) => {
      await this.staff.lock(tx);
      const staff = await this.staff.all(tx);
      // Two administrators who take the role from each other at once: the second has lost it when it is their turn.
      const isStill = staff.some(({ id, roles, disabledAt }) => id === by && disabledAt === null && roles.includes('administrator'));
      return isStill ? work({ tx, by, staff }) : null;
    });
  }
}

const administering = ({ memberships }: Principal): Membership[] => memberships.filter(({ roles }) => roles.includes('administrator'));

const chosen = (principal: Principal, wanted: string | undefined): Membership | null =>
  administering(principal).find(({ organisation }) => wanted === undefined || organisation === wanted) ?? null;
