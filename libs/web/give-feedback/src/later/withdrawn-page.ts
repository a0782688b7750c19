import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Survey } from '../survey';

@Component({
  selector: 'facet-withdrawn-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <main class="cover">
      <h1 tabindex="-1">{{ survey().say('withdrawnHeading') }}</h1>
      <p class="kit-lede">{{ survey().say('withdrawn') }}</p>
      <div class="kit-actions">
        <button type="button" class="kit-button kit-button-quiet" (click)="survey().afresh()">{{ survey().say('again') }}</button>
      </div>
    </main>
  `,
})
export class WithdrawnPage {
  readonly survey = input.required<Survey>();
}
