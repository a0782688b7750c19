import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ReportView } from '@facet/contract';
import { definitionsOf, howMade } from '@facet/report-in-words';
import { Section } from '@facet/web-kit';

/** How every number of the report is made, for those who want to know. */
@Component({
  selector: 'facet-how-made',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Section],
  template: `
    <kit-section name="how-made" heading="How these numbers are made">
      <p>{{ howMade }}</p>
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
  protected readonly howMade = howMade;
  protected readonly definitions = computed(() => definitionsOf(this.report()));
}
