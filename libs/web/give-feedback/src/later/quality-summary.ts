import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { QualityView } from '@facet/contract';
import { missingIn } from '../answers/progress';
import type { Survey } from '../survey';
import { Jump } from './jump';

/** One quality on the page before sending: how much of it is answered, and a link to each behaviour that is still open. */
@Component({
  selector: 'facet-quality-summary',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Jump],
  template: `
    <h2><facet-jump [survey]="survey()" [index]="index()" [words]="quality().name" /></h2>
    <p class="kit-quiet">{{ answered() }}</p>
    @if (missing().length > 0) {
      <ul>
        @for (behaviour of missing(); track behaviour.code) {
          <li><facet-jump [survey]="survey()" [index]="index()" [focus]="behaviour.code" [words]="behaviour.text" /></li>
        }
      </ul>
    }
  `,
})
export class QualitySummary {
  readonly survey = input.required<Survey>();
  readonly quality = input.required<QualityView>();
  readonly index = input.required<number>();
  protected readonly missing = computed(() => missingIn(this.quality(), this.survey().sheet.answers()));
  protected readonly answered = computed(() => {
    const count = this.quality().behaviours.length;
    return this.survey().say('answeredOf', { number: count - this.missing().length, count });
  });
}
