import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { Confirm, Section } from '@facet/web-kit';

/** Ends a round without a report, after one more question. */
@Component({
  selector: 'facet-cancel-round',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Confirm, Section],
  templateUrl: './cancel-round.html',
})
export class CancelRound {
  readonly busy = input(false);
  readonly cancelled = output();
}
