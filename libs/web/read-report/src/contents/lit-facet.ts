import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { facetsOf } from '@facet/web-kit';

/** The stone with one facet lit, beside the heading of its quality. It only decorates: the heading has the number. */
@Component({
  selector: 'facet-lit-facet',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg viewBox="0 0 100 100" aria-hidden="true" focusable="false">
      @for (facet of facets(); track $index) {
        <polygon [attr.points]="facet" [class.lit]="$index === lit()" />
      }
    </svg>
  `,
  styles: `
    :host {
      display: block;
      width: 3rem;
    }
    polygon {
      fill: transparent;
      stroke: var(--accent);
      stroke-linejoin: round;
      stroke-width: 2.5;
    }
    .lit {
      fill: var(--accent);
    }
  `,
})
export class LitFacet {
  readonly count = input.required<number>();
  /** Counted from 0. */
  readonly lit = input.required<number>();
  protected readonly facets = computed(() => facetsOf(this.count()));
}
