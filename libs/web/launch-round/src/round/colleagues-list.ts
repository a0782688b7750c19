import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { RoundView } from '@facet/contract';
import { CorrectAddress } from './correct-address';

/** Who is asked, group by group. An address that mail does not reach is no secret; nothing else tells colleagues apart. */
@Component({
  selector: 'facet-colleagues-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CorrectAddress],
  templateUrl: './colleagues-list.html',
  styleUrl: './colleagues-list.css',
})
export class ColleaguesList {
  readonly colleagues = input.required<RoundView['colleagues']>();
  /** Marks the addresses outside the organisation. */
  readonly marksOutside = input(false);
  /** Offers to put right an address that needs it. */
  readonly corrects = input(false);

  protected readonly groups = computed(() =>
    [...new Set(this.colleagues().map(({ group }) => group))].map((label) => ({
      label,
      colleagues: this.colleagues().filter(({ group }) => group === label),
    })),
  );
}
