import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ReportView } from '@facet/contract';
import { whoIsShown } from './who-is-shown';

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
}
