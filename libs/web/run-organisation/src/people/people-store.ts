import { HttpClient, httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import {
  type AddPerson,
  type ChangePerson,
  type ImportPeople,
  of,
  OrganisationsView,
  path,
  PeopleImported,
  PeopleView,
  type Problem,
} from '@facet/contract';
import { refusalOf } from '@facet/web-kit';
import { firstValueFrom } from 'rxjs';

/** Who may sign in, and what an administrator does about it. */
@Injectable()
export class PeopleStore {
  private readonly http = inject(HttpClient);
  private readonly doing = signal(false);
  private readonly refused = signal<Problem | null>(null);
  private readonly done = signal('');

  private readonly chosen = signal<string | null>(null);

  readonly organisations = httpResource(() => path.organisations, { parse: (body) => OrganisationsView.parse(body) });
  readonly people = httpResource(() => this.inOrganisation(path.people), { parse: (body) => PeopleView.parse(body) });
  readonly view = computed(() => (this.people.hasValue() ? this.people.value() : null));
  /** Which one these people belong to. */
  readonly organisation = computed(() => this.chosen() ?? this.view()?.organisation.id ?? null);
  readonly inFlight = this.doing.asReadonly();
  /** A refusal of the last press that no single field is to blame for. */
  readonly refusal = this.refused.asReadonly();
  /** What the last press has done, in one sentence. */
  readonly said = this.done.asReadonly();

  /** Another of the organisations that somebody looks after. */
  choose(organisation: string): void {
    this.refused.set(null);
    this.done.set('');
    this.chosen.set(organisation);
  }

  inOrganisation(address: string): string {
    const organisation = this.chosen();
    return organisation === null ? address : `${address}?organisation=${encodeURIComponent(organisation)}`;
  }

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
    if ('problem' in answer) {
      if (!answer.problem.errors?.length) this.refused.set(answer.problem);
      return answer.problem;
    }
    this.people.set(PeopleView.parse(answer.body));
    this.done.set(said);
    return null;
  }

  private async send(address: string, body: object): Promise<{ readonly body: unknown } | { readonly problem: Problem }> {
    this.doing.set(true);
    this.refused.set(null);
    this.done.set('');
    try {
      return { body: await firstValueFrom(this.http.post(address, body)) };
    } catch (error) {
      return { problem: refusalOf(error) };
    } finally {
      this.doing.set(false);
    }
  }
}
