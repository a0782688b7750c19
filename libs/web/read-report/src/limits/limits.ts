import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ReportView } from '@facet/contract';
import { Section } from '@facet/web-kit';
import { limitsFor } from './limits-in-words';

/** What no rule of the product can protect, said plainly to whoever reads the report. */
@Component({
  selector: 'facet-limits',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Section],
  template: `
    <kit-section name="limits" heading="What cannot be protected">
      <p>
        Comments stand here word for word, and colleagues may tell one another what they answered: no rule can prevent that someone is
        recognised. Please never ask who wrote a comment or gave a rating, and do not guess aloud.
      </p>
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
  protected readonly limits = computed(() => limitsFor(this.report()));
}
