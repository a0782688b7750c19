import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** A part of a page: a rule above, the heading in the margin where there is room, the content beside it. */
@Component({
  selector: 'kit-section',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './section.html',
  styleUrl: './section.css',
})
export class Section {
  /** Id of the heading; unique on its page. */
  readonly name = input.required<string>();
  readonly heading = input.required<string>();
  /** Where the parts of a page are done in order. */
  readonly number = input<number>();
}
