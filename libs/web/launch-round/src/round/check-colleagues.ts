import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { ListView, RoundView } from '@facet/contract';
import { Notice, Section } from '@facet/web-kit';
import { ColleaguesList } from './colleagues-list';
import { waitsForCheck } from './waits-for-check';

/** The coach, or somebody in their stead, looks at the list before any invitation leaves: a leader's second address would undo the promise. */
@Component({
  selector: 'facet-check-colleagues',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ColleaguesList, Notice, Section],
  templateUrl: './check-colleagues.html',
})
export class CheckColleagues {
  readonly round = input.required<RoundView | ListView>();
  readonly busy = input(false);
  readonly confirmed = output();

  protected readonly promised = computed(() => {
    const round = this.round();
    return round.as === 'approver' ? round.promised : round.progress.map(({ label }) => label);
  });
  /** After the first check only those who were added, or whose address was put right, since. */
  protected readonly colleagues = computed(() => this.round().colleagues.filter(waitsForCheck));
  protected readonly isUnusual = computed(() => this.round().remarks.length > 0 || this.colleagues().some(({ marks }) => marks.length > 0));
}
