import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Survey } from '../survey';
import { laterWords } from '../words/words';

/** What of the promise is read on request, and what no rule can protect, in full, for a colleague who wants to know before answering. */
@Component({
  selector: 'facet-rest-of-promise',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <dl class="promise">
      @for (point of points(); track point.heading) {
        <div>
          <dt>{{ point.heading }}</dt>
          <dd>{{ point.text }}</dd>
        </div>
      }
    </dl>
    <div class="kit-actions">
      @if (survey().confidential) {
        <button type="button" class="kit-link" (click)="survey().go({ page: 'group' })">{{ survey().say('groupAsk') }}</button>
      }
      <button type="button" class="kit-link" (click)="survey().go({ page: 'held' })">{{ survey().say('held') }}</button>
    </div>
  `,
})
export class RestOfPromise {
  readonly survey = input.required<Survey>();
  protected readonly points = computed(() => {
    const folded = this.survey().view.welcome.points.filter((point) => point.folded);
    return this.survey().confidential ? [...folded, ...(laterWords()?.limits ?? [])] : folded;
  });
}
