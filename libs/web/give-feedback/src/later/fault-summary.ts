import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { findQuestion } from './find-question';
import type { Survey } from '../survey';
import { Jump } from './jump';

/** What cannot be saved as it is, each a link to where it can be put right. */
@Component({
  selector: 'facet-fault-summary',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Jump],
  template: `
    @if (faults().length > 0) {
      <section class="notice grave">
        <h2>{{ survey().view.words.attention }}</h2>
        <ul>
          @for (fault of faults(); track fault.key) {
            <li><facet-jump [survey]="survey()" [index]="fault.index" [focus]="fault.key" [words]="fault.words" /></li>
          }
        </ul>
      </section>
    }
  `,
})
export class FaultSummary {
  readonly survey = input.required<Survey>();
  protected readonly faults = computed(() =>
    [...this.survey().faults()].map(([key, reason]) => {
      const { index, words } = findQuestion(this.survey().view.framework, key);
      return { key, index, words: `${words} ${reason}` };
    }),
  );
}
