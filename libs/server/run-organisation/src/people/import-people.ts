import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { recordEvent } from '@facet/audit-log';
import type { ImportPeople as Wanted, PeopleImported } from '@facet/contract';
import type { Principal } from '@facet/platform';
import { Staff, type StaffMember } from '@facet/store-rounds';
import { givesThemselves } from './own-roles';
import { type Desk, PeopleDoor } from './people-door';
import { type LineFault, type ListedPerson, readPeopleList } from './read-people-list';

type Line = PeopleImported['lines'][number];

/** A list of people with roles: said first, line by line, and then all of it or nothing. The same list again changes nothing. */
@Injectable()
export class ImportPeople {
  constructor(
    private readonly door: PeopleDoor,
    private readonly staff: Staff,
  ) {}

  import(principal: Principal, organisation: string | undefined, { list, dryRun, despiteErrors }: Wanted): Promise<PeopleImported | null> {
    const { people, faults } = readPeopleList(list);
    return this.door.change(principal, organisation, async (desk) => {
      const lines: Line[] = [];
      const errors: LineFault[] = [...faults];
      for (const person of people) {
        const known = desk.staff.find(({ email }) => email.toLowerCase() === person.email.toLowerCase());
        const { line, name, email, roles } = person;
        if (known?.id === desk.by && !roles.includes('administrator'))
          errors.push({ line, message: 'This is you: a list does not take the administrator’s role from whoever brings it.' });
        else if (givesThemselves(person, known, desk))
          errors.push({ line, message: 'This is your own address: a new role is given to you by another administrator.' });
        else lines.push({ line, name, email, roles: [...roles], does: whatItDoes(person, known) });
      }
      errors.sort((one, other) => one.line - other.line);
      const written = !dryRun && lines.length > 0 && (errors.length === 0 || despiteErrors);
      if (written) await this.writeAll(desk, lines);
      return { lines, errors, written };
    });
  }

  private async writeAll(desk: Desk, lines: readonly Line[]): Promise<void> {
    for (const line of lines) await this.write(desk, line);
    const times = (what: Line['does']): number => lines.filter(({ does }) => does === what).length;
    const detail = { added: times('add'), changed: times('change') };
    recordEvent(desk.tx, { kind: 'people_imported', by: { person: desk.by }, detail });
  }

  private async write({ tx, by, staff }: Desk, { name, email, roles, does }: Line): Promise<void> {
    const known = staff.find((member) => member.email.toLowerCase() === email.toLowerCase());
    if (does === 'add') {
      const person = await this.staff.appoint(tx, { id: randomUUID(), name, email, roles });
      if (person !== null) recordEvent(tx, { kind: 'person_added', by: { person: by }, person, detail: { roles } });
    }
    if (does === 'change' && known) {
      await this.staff.change(tx, known.id, { name, roles });
      recordEvent(tx, { kind: 'person_changed', by: { person: by }, person: known.id, detail: { before: known.roles, roles } });
    }
  }
}

function whatItDoes({ name, roles }: ListedPerson, known: StaffMember | undefined): Line['does'] {
  if (!known) return 'add';
  const isSame = known.name === name && known.roles.length === roles.length && roles.every((role) => known.roles.includes(role));
  return isSame ? 'nothing' : 'change';
}
