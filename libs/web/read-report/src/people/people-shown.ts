import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ReportView } from '@facet/contract';
import { countedOnce, whoIsShown } from '@facet/report-in-words';

/** Who is shown, who is not and why, and when the answers were counted. */
@Component({
  selector: 'facet-people-shown',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './people-shown.html',
  styleUrl: './people-shown.css',
})
export class PeopleShown {
  readonly report = input.required<ReportView>();
  protected readonly standings = computed(() => whoIsShown(this.report()));
  protected readonly countedOnce = computed(() => countedOnce(this.report()));
}
