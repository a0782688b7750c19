import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Section } from '@facet/web-kit';

/** For the coach: why some colleagues would rather not answer, in their words. */
@Component({
  selector: 'facet-decline-reasons',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Section],
  templateUrl: './decline-reasons.html',
})
export class DeclineReasonsList {
  readonly reasons = input.required<readonly string[]>();
}
