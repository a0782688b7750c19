import { httpResource } from '@angular/common/http';
import { computed, Injectable } from '@angular/core';
import { type OrganisationSettings, path, type Problem, SettingsEffects, SettingsView } from '@facet/contract';
import { OrganisationStore } from '../organisation/organisation-store';

/** What an organisation has set, and what its administrator does about it. */
@Injectable()
export class SettingsStore extends OrganisationStore {
  readonly settings = httpResource(() => this.inOrganisation(path.settings), { parse: (body) => SettingsView.parse(body) });
  readonly view = computed(() => (this.settings.hasValue() ? this.settings.value() : null));
  readonly organisation = computed(() => this.chosen() ?? this.view()?.organisation.id ?? null);

  /** What saving these would do, or why they cannot be. */
  async lookAt(settings: OrganisationSettings): Promise<SettingsEffects | { readonly problem: Problem }> {
    const answer = await this.send(this.inOrganisation(path.settingsPreview), { settings });
    return 'problem' in answer ? answer : SettingsEffects.parse(answer.body);
  }

  /** Null when it is done; `deletes` is what was agreed to. */
  async save(settings: OrganisationSettings, deletes: number): Promise<Problem | null> {
    const answer = await this.send(this.inOrganisation(path.settings), { settings, rev: this.view()?.rev ?? '', deletes });
    if ('problem' in answer) return answer.problem;
    this.settings.set(SettingsView.parse(answer.body));
    this.done.set('Saved. Pages and mails say so from now on.');
    return null;
  }
}
