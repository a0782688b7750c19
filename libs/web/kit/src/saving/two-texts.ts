import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { Notice } from '../notice/notice';

/** Two pages have written on one text: both stand side by side until whoever wrote them chooses. */
@Component({
  selector: 'kit-two-texts',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Notice],
  templateUrl: './two-texts.html',
  styleUrl: './two-texts.css',
})
export class TwoTexts {
  /** The headings' ids begin with it; unique on its page. */
  readonly name = input.required<string>();
  readonly heading = input.required<string>();
  readonly hereHeading = input.required<string>();
  readonly here = input.required<string>();
  readonly thereHeading = input.required<string>();
  readonly there = input.required<string>();
  readonly kept = output<'here' | 'there'>();
}
