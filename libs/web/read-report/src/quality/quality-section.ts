import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { dumbbell } from '@facet/charts';
import type { ExpectationsView, QualityReport, ReportView } from '@facet/contract';
import { behavioursData, isWithheldByAudit, type Order, questionsOf, readingsOf } from '@facet/report-in-words';
import { Chart, Section } from '@facet/web-kit';
import { LitFacet } from '../contents/lit-facet';
import { Expected } from '../expected/expected';
import { GoTo } from '../on-page/go-to';
import { BEHAVIOURS, CONTENTS, qualityPlace } from '../on-page/places';
import { UnanimousNotice } from '../unanimous/unanimous-notice';
import { unanimousPlaces } from '../unanimous/unanimous-places';
import { WithheldByAudit } from './withheld-by-audit';
import { Words } from './words';

/** One quality: what it says in words, its behaviours as a chart and a table, then what people wrote about it. */
@Component({
  selector: 'facet-quality-section',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chart, Expected, GoTo, LitFacet, Section, UnanimousNotice, WithheldByAudit, Words],
  templateUrl: './quality-section.html',
  styles: '.aside { display: grid; gap: var(--gap-3) }',
})
export class QualitySection {
  readonly report = input.required<ReportView>();
  readonly quality = input.required<QualityReport>();
  readonly order = input.required<Order>();

  /** What the leader expected; null where there is none to read. */
  readonly expectations = input<ExpectationsView | null>(null);

  protected readonly contents = CONTENTS;
  protected readonly at = computed(() => this.report().qualities.indexOf(this.quality()));
  protected readonly rows = BEHAVIOURS;
  protected readonly place = computed(() => qualityPlace(this.quality().code));
  protected readonly withheld = computed(() => isWithheldByAudit(this.quality()));
  protected readonly readings = computed(() => (this.withheld() ? [] : readingsOf(this.quality())));
  protected readonly unanimous = computed(() => unanimousPlaces(this.report(), this.quality()));
  protected readonly behaviours = computed(() => {
    const data = behavioursData(this.report(), this.quality(), this.order());
    return (width: number) => dumbbell(data, width);
  });
  protected readonly questions = computed(() => {
    const words = this.report().comments.qualities.find(({ quality }) => quality === this.quality().code);
    return words ? questionsOf(this.report(), words) : [];
  });
}
