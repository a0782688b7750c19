import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Survey } from '../survey';

@Component({
  selector: 'facet-declined-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <main class="cover">
      <h1 tabindex="-1">{{ survey().say('declinedHeading') }}</h1>
      <p class="kit-lede">{{ survey().say('declined') }}</p>
      <button type="button" class="kit-link" (click)="survey().afresh()">{{ survey().say('answerAfterAll') }}</button>
    </main>
  `,
})
export class DeclinedPage {
  readonly survey = input.required<Survey>();
}
