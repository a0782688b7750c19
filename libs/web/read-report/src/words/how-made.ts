import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ReportView } from '@facet/contract';
import { Section } from '@facet/web-kit';
import { definitionsOf } from './definitions';

/** How every number of the report is made, for those who want to know. */
@Component({
  selector: 'facet-how-made',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Section],
  template: `
    <kit-section name="how-made" heading="How these numbers are made">
      <p>
        Every number is a plain mean of ratings that may be shown, or a difference of two such means. Nothing is weighted, nothing is
        adjusted, and there is no overall score.
      </p>
      <details class="kit-fold">
        <summary>Every definition, in plain words</summary>
        <dl class="kit-terms">
          @for (definition of definitions(); track definition.term) {
            <dt>{{ definition.term }}</dt>
            <dd>{{ definition.meaning }}</dd>
          }
        </dl>
      </details>
    </kit-section>
  `,
})
export class HowMade {
  readonly report = input.required<ReportView>();
  protected readonly definitions = computed(() => definitionsOf(this.report()));
}
