import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { RoundView } from '@facet/contract';
import { ChangeColleague } from './change-colleague';
import { CorrectAddress } from './correct-address';
import { RoundStore } from './round-store';

/** Who is asked, group by group. An address that mail does not reach is no secret; nothing else tells colleagues apart. */
@Component({
  selector: 'facet-colleagues-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ChangeColleague, CorrectAddress],
  templateUrl: './colleagues-list.html',
  styleUrl: './colleagues-list.css',
})
export class ColleaguesList {
  readonly colleagues = input.required<RoundView['colleagues']>();
  /** Says of colleagues who were added that they wait for the coach's check. */
  readonly marksWaiting = input(false);
  /** For the coach of an open round, who puts the list right: where a colleague can be. Null for everybody else. */
  readonly changes = input<RoundView['groups'] | null>(null);

  /** The coach's name, for the leader of an open round, who asks for another address where one needs fixing. */
  readonly mends = input<string | null>(null);

  protected readonly store = inject(RoundStore);
  protected readonly groups = computed(() =>
    [...new Set(this.colleagues().map(({ group }) => group))].map((label) => ({
      label,
      colleagues: this.colleagues().filter(({ group }) => group === label),
    })),
  );
}
