import { httpResource } from '@angular/common/http';
import { computed, Injectable } from '@angular/core';
import { type AddPerson, type ChangePerson, type ImportPeople, of, path, PeopleImported, PeopleView, type Problem } from '@facet/contract';
import { OrganisationStore } from '../organisation/organisation-store';

/** Who may sign in, and what an administrator does about it. */
@Injectable()
export class PeopleStore extends OrganisationStore {
  readonly people = httpResource(() => this.inOrganisation(path.people), { parse: (body) => PeopleView.parse(body) });
  readonly view = computed(() => (this.people.hasValue() ? this.people.value() : null));
  /** Which one these people belong to. */
  readonly organisation = computed(() => this.chosen() ?? this.view()?.organisation.id ?? null);

  add(person: AddPerson): Promise<Problem | null> {
    const where = this.view()?.signIn ?? '';
    return this.change(
      this.inOrganisation(path.people),
      person,
      `${person.name} is on the list. Tell them to sign in at ${where} with ${person.email.trim()}.`,
    );
  }

  changePerson(id: string, changed: ChangePerson): Promise<Problem | null> {
    return this.change(of(path.person, id), changed, `${changed.name} is changed.`);
  }

  disable(id: string, name: string): Promise<Problem | null> {
    return this.change(of(path.access, id), { allowed: false }, `${name} is signed out everywhere and may not sign in any more.`);
  }

  enable(id: string, name: string): Promise<Problem | null> {
    return this.change(of(path.access, id), { allowed: true }, `${name} may sign in again.`);
  }

  resetSecondFactor(id: string, name: string): Promise<Problem | null> {
    return this.change(of(path.resetSecondFactor, id), {}, `The second step of ${name} is reset, and ${name} is told by mail.`);
  }

  /** What a list does, or did; null where it was refused whole. */
  async bring(list: ImportPeople): Promise<PeopleImported | null> {
    const answer = await this.send(this.inOrganisation(path.importPeople), list);
    if ('problem' in answer) {
      this.refused.set(answer.problem);
      return null;
    }
    const imported = PeopleImported.parse(answer.body);
    if (imported.written) {
      const count = imported.lines.filter(({ does }) => does !== 'nothing').length;
      this.done.set(`The list is taken: ${count} ${count === 1 ? 'person was' : 'people were'} added or changed.`);
      this.people.reload();
    }
    return imported;
  }

  /** Null when it is done. */
  private async change(address: string, body: object, said: string): Promise<Problem | null> {
    const answer = await this.send(address, body);
    if ('problem' in answer) return answer.problem;
    this.people.set(PeopleView.parse(answer.body));
    this.done.set(said);
    return null;
  }
}
