import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Survey } from '../survey';

/** "Not you?": whose link this is, and what to do. */
@Component({
  selector: 'facet-wrong-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <main class="cover">
      <h1 tabindex="-1">{{ survey().say('notYouHeading') }}</h1>
      <p class="kit-lede">{{ survey().say('notYouText') }}</p>
      <button type="button" class="kit-button kit-button-quiet" (click)="survey().go({ page: 'welcome' })">
        {{ survey().say('back') }}
      </button>
    </main>
  `,
})
export class WrongPage {
  readonly survey = input.required<Survey>();
}
