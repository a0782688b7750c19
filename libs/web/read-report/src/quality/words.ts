import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { QualityWords, ReportView } from '@facet/contract';
import { questionsOf } from '@facet/report-in-words';

/** What people wrote about one quality: colleagues without names in the order of the seal, then whoever stands under a name. */
@Component({
  selector: 'facet-words',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './words.html',
  styleUrl: './words.css',
})
export class Words {
  readonly report = input.required<ReportView>();
  readonly words = input.required<QualityWords>();

  protected readonly questions = computed(() => questionsOf(this.report(), this.words()));
}
