import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { RoundView } from '@facet/contract';
import { Section } from '@facet/web-kit';

/** How and when colleagues are reminded, for leader and coach; the leader may have one more sent. Whom it reaches, nobody learns. */
@Component({
  selector: 'facet-round-reminders',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Section],
  templateUrl: './round-reminders.html',
})
export class RoundReminders {
  readonly reminders = input.required<NonNullable<RoundView['reminders']>>();
  readonly busy = input(false);
  readonly remind = output();
}
