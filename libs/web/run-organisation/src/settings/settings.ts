import { afterRenderEffect, ChangeDetectionStrategy, Component, computed, type ElementRef, inject, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Control, LabelledField, Page, Refusal, refusalOf, Waiting } from '@facet/web-kit';
import { SettingsForm } from './settings-form';
import { SettingsStore } from './settings-store';

/** An administrator changes what the organisation says of itself, and when it writes to colleagues. */
@Component({
  selector: 'facet-settings',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Control, LabelledField, Page, Refusal, RouterLink, SettingsForm, Waiting],
  providers: [SettingsStore],
  templateUrl: './settings.html',
  styleUrl: '../people/people.css',
})
export class Settings {
  protected readonly store = inject(SettingsStore);
  /** Empty for whoever looks after one organisation only: there is nothing to choose. */
  protected readonly choices = computed(() => {
    const all = this.store.organisations.hasValue() ? this.store.organisations.value() : [];
    return all.length > 1 ? all : [];
  });
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
