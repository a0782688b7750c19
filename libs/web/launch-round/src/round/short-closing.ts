import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { SealChoice } from '@facet/contract';
import { Confirm, Section } from '@facet/web-kit';

/** The round closed short, or some answers cannot be opened: the coach is told in words what a report would show, and chooses. Extending stands below. */
@Component({
  selector: 'facet-short-closing',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Confirm, Section],
  templateUrl: './short-closing.html',
  styleUrl: './short-closing.css',
})
export class ShortClosing {
  readonly choice = input.required<SealChoice>();
  readonly busy = input(false);
  readonly seal = output();
  /** To seal without the answers that cannot be opened. */
  readonly without = output();
}
