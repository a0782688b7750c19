import { HttpClient, httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { OrganisationsView, type OrganisationSettings, path, type Problem, SettingsEffects, SettingsView } from '@facet/contract';
import { refusalOf } from '@facet/web-kit';
import { firstValueFrom } from 'rxjs';

/** What an organisation has set, and what its administrator does about it. */
@Injectable()
export class SettingsStore {
  private readonly http = inject(HttpClient);
  private readonly chosen = signal<string | null>(null);
  private readonly refused = signal<Problem | null>(null);
  private readonly done = signal('');

  readonly organisations = httpResource(() => path.organisations, { parse: (body) => OrganisationsView.parse(body) });
  readonly settings = httpResource(() => this.inOrganisation(path.settings), { parse: (body) => SettingsView.parse(body) });
  readonly view = computed(() => (this.settings.hasValue() ? this.settings.value() : null));
  readonly organisation = computed(() => this.chosen() ?? this.view()?.organisation.id ?? null);
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

  /** What saving these would do, or why they cannot be. */
  async lookAt(settings: OrganisationSettings): Promise<SettingsEffects | { readonly problem: Problem }> {
    const answer = await this.send(path.settingsPreview, { settings });
    return 'problem' in answer ? answer : SettingsEffects.parse(answer.body);
  }

  /** Null when it is done; `deletes` is what was agreed to. */
  async save(settings: OrganisationSettings, deletes: number): Promise<Problem | null> {
    const answer = await this.send(path.settings, { settings, rev: this.view()?.rev ?? '', deletes });
    if ('problem' in answer) return answer.problem;
    this.settings.set(SettingsView.parse(answer.body));
    this.done.set('Saved. Pages and mails say so from now on.');
    return null;
  }

  private inOrganisation(address: string): string {
    const organisation = this.chosen();
    return organisation === null ? address : `${address}?organisation=${encodeURIComponent(organisation)}`;
  }

  private async send(address: string, body: object): Promise<{ readonly body: unknown } | { readonly problem: Problem }> {
    this.refused.set(null);
    this.done.set('');
    try {
      return { body: await firstValueFrom(this.http.post(this.inOrganisation(address), body)) };
    } catch (error) {
      const problem = refusalOf(error);
      if (!problem.errors?.length) this.refused.set(problem);
      return { problem };
    }
  }
}
