import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ReportView } from '@facet/contract';
import { limitsFor, neverGuess } from '@facet/report-in-words';
import { Section } from '@facet/web-kit';

/** What no rule of the product can protect, said plainly to whoever reads the report. */
@Component({
  selector: 'facet-limits',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Section],
  template: `
    <kit-section name="limits" heading="What cannot be protected">
      <p>{{ neverGuess }}</p>
      @if (limits().length > 0) {
        <dl class="kit-terms">
          @for (limit of limits(); track limit.what) {
            <dt>{{ limit.what }}</dt>
            <dd>{{ limit.text }}</dd>
          }
        </dl>
      }
    </kit-section>
  `,
})
export class Limits {
  readonly report = input.required<ReportView>();
  protected readonly neverGuess = neverGuess;
  protected readonly limits = computed(() => limitsFor(this.report()));
}
