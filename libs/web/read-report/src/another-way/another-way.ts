import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { heatMap, quadrant } from '@facet/charts';
import type { ReportView } from '@facet/contract';
import { heatMapData, quadrantData } from '@facet/report-in-words';
import { Chart } from '@facet/web-kit';

/** The same figures once more: self against all others, and every number at a glance. Folded, and left out on paper. */
@Component({
  selector: 'facet-another-way',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chart],
  template: `
    @if (quadrant(); as draw) {
      <details class="kit-fold">
        <summary>Another way to see it: self against all others</summary>
        @if (drawn() > 0) {
          <kit-chart [draw]="draw" />
        }
      </details>
    }
    @if (heatMap(); as draw) {
      <details class="kit-fold">
        <summary>Another way to see it: every number at a glance</summary>
        @if (drawn() > 1) {
          <kit-chart [draw]="draw" />
        }
      </details>
    }
  `,
})
export class AnotherWay {
  readonly report = input.required<ReportView>();
  /** How many of the two are drawn by now; folded away they can wait. */
  readonly drawn = input.required<number>();
  protected readonly quadrant = computed(() => {
    const data = quadrantData(this.report());
    return data && ((width: number) => quadrant(data, width));
  });
  protected readonly heatMap = computed(() => {
    const data = heatMapData(this.report());
    return data && ((width: number) => heatMap(data, width));
  });
}
