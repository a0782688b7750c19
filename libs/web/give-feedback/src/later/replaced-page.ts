import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Survey } from '../survey';

@Component({
  selector: 'facet-replaced-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <main class="cover">
      <h1 tabindex="-1">{{ survey().say('replacedHeading') }}</h1>
      <p class="kit-lede">{{ survey().say('replaced') }}</p>
    </main>
  `,
})
export class ReplacedPage {
  readonly survey = input.required<Survey>();
}
