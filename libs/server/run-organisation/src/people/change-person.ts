import { Injectable } from '@nestjs/common';
import { Sessions } from '@facet/accounts';
import { recordEvent } from '@facet/audit-log';
import type { ChangePerson as Wanted, PeopleView } from '@facet/contract';
import type { Principal } from '@facet/platform';
import { Staff, type StaffMember } from '@facet/store-rounds';
import { givesThemselves, isTheirOwn } from './own-roles';
import { type Desk, PeopleDoor } from './people-door';

export interface NotChanged {
  readonly refused: 'the last administrator' | 'yourself' | 'own roles' | 'own second step';
}

/** Another name or other roles, and whether somebody may sign in at all. Whoever loses something is signed out everywhere. */
@Injectable()
export class ChangePerson {
  constructor(
    private readonly door: PeopleDoor,
    private readonly staff: Staff,
    private readonly sessions: Sessions,
  ) {}

  change(principal: Principal, id: string, wanted: Wanted): Promise<PeopleView | NotChanged | null> {
    return this.signingOut(principal, id, async (desk, member) => {
      const { tx, by, staff } = desk;
      if (!wanted.roles.includes('administrator') && isLastAdministrator(member, staff)) return { refused: 'the last administrator' };
      if (givesThemselves({ email: member.email, roles: wanted.roles }, member, desk)) return { refused: 'own roles' };
      await this.staff.change(tx, member.id, wanted);
      const detail = { before: member.roles, roles: wanted.roles };
      recordEvent(tx, { kind: 'person_changed', by: { person: by }, person: member.id, detail });
      return { loses: member.roles.some((role) => !wanted.roles.includes(role)) };
    });
  }

  allow(principal: Principal, id: string, allowed: boolean): Promise<PeopleView | NotChanged | null> {
    return this.signingOut(principal, id, async (desk, member) => {
      const { tx, by, staff } = desk;
      if (allowed) {
        if (isTheirOwn(member.email, desk)) return { refused: 'own roles' };
        await this.staff.enable(tx, member.id);
        if (member.disabledAt !== null) recordEvent(tx, { kind: 'person_enabled', by: { person: by }, person: member.id, detail: {} });
        return { loses: false };
      }
      if (isLastAdministrator(member, staff)) return { refused: 'the last administrator' };
      if (member.id === by) return { refused: 'yourself' };
      await this.staff.disable(tx, member.id);
      if (member.disabledAt === null) recordEvent(tx, { kind: 'person_disabled', by: { person: by }, person: member.id, detail: {} });
      return { loses: true };
    });
  }

  /** Access has ended with the commit, because every request looks it up; the sessions go so that none comes back with the access. */
  private async signingOut(
    principal: Principal,
    id: string,
    work: (desk: Desk, member: StaffMember) => Promise<NotChanged | { readonly loses: boolean }>,
  ): Promise<PeopleView | NotChanged | null> {
    const result = await this.door.changePerson(principal, id, async (desk, member) => {
      const done = await work(desk, member);
      return 'refused' in done ? done : { ...done, email: member.email, view: await this.door.view(desk.tx, desk.by) };
    });
    if (result === null || 'refused' in result) return result;
    if (result.loses) await this.sessions.endAll(result.email);
    return result.view;
  }
}

const isLastAdministrator = ({ id }: StaffMember, staff: readonly StaffMember[]): boolean => {
  const administrators = staff.filter(({ roles, disabledAt }) => disabledAt === null && roles.includes('administrator'));
  return administrators.length === 1 && administrators[0]?.id === id;
};
