import { ChangeDetectionStrategy, Component } from '@angular/core';
import { limitsInWords } from './limits-in-words';

/** What no rule can protect, in full, for a colleague who wants to know before answering. */
@Component({
  selector: 'facet-limits',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <dl class="promise">
      @for (limit of limits; track limit.heading) {
        <div>
          <dt>{{ limit.heading }}</dt>
          <dd>{{ limit.text }}</dd>
        </div>
      }
    </dl>
  `,
})
export class Limits {
  protected readonly limits = limitsInWords;
}
