import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { dumbbell } from '@facet/charts';
import type { QualityReport, ReportView } from '@facet/contract';
import { Chart, Section } from '@facet/web-kit';
import { behavioursData, type Order } from './chart-data';
import { Words } from './words';

/** One quality: its behaviours as a chart and a table, then what people wrote about it. */
@Component({
  selector: 'facet-quality-section',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chart, Section, Words],
  template: `
    <kit-section [name]="'quality-' + quality().code" [number]="+quality().code" [heading]="quality().name">
      <p kitAside class="kit-quiet">{{ quality().definition }}</p>
      <kit-chart [draw]="behaviours()" />
      @if (words(); as words) {
        <facet-words [report]="report()" [words]="words" />
      }
    </kit-section>
  `,
})
export class QualitySection {
  readonly report = input.required<ReportView>();
  readonly quality = input.required<QualityReport>();
  readonly order = input.required<Order>();

  protected readonly behaviours = computed(() => {
    const data = behavioursData(this.report(), this.quality(), this.order());
    return (width: number) => dumbbell(data, width);
  });
  protected readonly words = computed(() => this.report().comments.qualities.find(({ quality }) => quality === this.quality().code));
}
