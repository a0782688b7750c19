import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { dumbbell } from '@facet/charts';
import type { QualityReport, ReportView } from '@facet/contract';
import { behavioursData, isNearlyEmpty, isWithheldByAudit, type Order, readingsOf } from '@facet/report-in-words';
import { Chart, Section } from '@facet/web-kit';
import { BEHAVIOURS, qualityPlace } from '../on-page/places';
import { UnanimousNotice } from '../unanimous/unanimous-notice';
import { unanimousPlaces } from '../unanimous/unanimous-places';
import { WithheldByAudit } from './withheld-by-audit';
import { Words } from './words';

/** One quality: what it says in words, its behaviours as a chart and a table, then what people wrote about it. */
@Component({
  selector: 'facet-quality-section',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chart, Section, UnanimousNotice, WithheldByAudit, Words],
  templateUrl: './quality-section.html',
})
export class QualitySection {
  readonly report = input.required<ReportView>();
  readonly quality = input.required<QualityReport>();
  readonly order = input.required<Order>();

  protected readonly rows = BEHAVIOURS;
  protected readonly place = computed(() => qualityPlace(this.quality().code));
  protected readonly withheld = computed(() => isWithheldByAudit(this.quality()));
  protected readonly readings = computed(() => (isNearlyEmpty(this.report()) || this.withheld() ? [] : readingsOf(this.quality())));
  protected readonly unanimous = computed(() => unanimousPlaces(this.report(), this.quality()));
  protected readonly behaviours = computed(() => {
    const data = behavioursData(this.report(), this.quality(), this.order());
    return (width: number) => dumbbell(data, width);
  });
  protected readonly words = computed(() => this.report().comments.qualities.find(({ quality }) => quality === this.quality().code));
}
