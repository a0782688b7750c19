import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { facetsOf } from '@facet/web-kit';

/** The cut stone: one facet for each quality, filled once all its behaviours are answered. What it shows is said in words beside it. */
@Component({
  selector: 'facet-progress-mark',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg class="stone" viewBox="0 0 100 100" aria-hidden="true" focusable="false">
      @for (facet of facets(); track $index) {
        <polygon [attr.points]="facet" [attr.data-finished]="finished()[$index]" [attr.data-here]="$index === here()" />
      }
    </svg>
  `,
})
export class ProgressMark {
  readonly finished = input.required<readonly boolean[]>();
  readonly here = input(-1);
  protected readonly facets = computed(() => facetsOf(this.finished().length));
}
