import { afterRenderEffect, ChangeDetectionStrategy, Component, computed, type ElementRef, inject, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Page, Refusal, refusalOf, Waiting } from '@facet/web-kit';
import { WhichOrganisation } from '../organisation/which-organisation';
import { SettingsForm } from './settings-form';
import { SettingsStore } from './settings-store';

/** An administrator changes what the organisation says of itself, and when it writes to colleagues. */
@Component({
  selector: 'facet-settings',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Page, Refusal, RouterLink, SettingsForm, Waiting, WhichOrganisation],
  providers: [SettingsStore],
  templateUrl: './settings.html',
  styleUrl: '../people/people.css',
})
export class Settings {
  protected readonly store = inject(SettingsStore);
  protected readonly notFetched = computed(() => {
    const error = this.store.settings.error();
    return error ? refusalOf(error) : null;
  });
  private readonly said = viewChild.required<ElementRef<HTMLElement>>('said');

  constructor() {
    afterRenderEffect(() => {
      if (this.store.said()) this.said().nativeElement.focus();
    });
  }
}
