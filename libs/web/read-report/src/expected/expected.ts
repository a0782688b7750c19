import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ExpectationsView } from '@facet/contract';
import { expectedOf } from './expected-of';

/** Beside a result: what the leader expected before seeing it. */
@Component({
  selector: 'facet-expected',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (here(); as here) {
      <dl class="kit-terms">
        <dt>
          @if (own()) {
            What you expected
          } @else {
            What <bdi>{{ expectations().leader }}</bdi> expected
          }
        </dt>
        <dd>
          @if (here.level) {
            <strong>{{ here.level }}.</strong>
          }
          @if (here.note) {
            &ngsp;<bdi>{{ here.note }}</bdi>
          }
        </dd>
      </dl>
    }
  `,
  styles: 'bdi { white-space: pre-wrap }',
})
export class Expected {
  readonly expectations = input.required<ExpectationsView>();
  readonly quality = input.required<string>();
  /** The reader is the leader who wrote them. */
  readonly own = input.required<boolean>();
  protected readonly here = computed(() => expectedOf(this.expectations(), this.quality()));
}
