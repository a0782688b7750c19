import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Mark } from '../mark/mark';

/** Says what is being waited for. It stays unseen for a moment, so that a quick answer does not flicker. */
@Component({
  selector: 'kit-waiting',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Mark],
  host: { role: 'status' },
  template: `<kit-mark [lit]="0" /> {{ label() }}`,
  styleUrl: './waiting.css',
})
export class Waiting {
  readonly label = input.required<string>();
}
