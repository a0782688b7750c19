import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Mark } from '../mark/mark';

/** A place where nothing is yet: what will stand here, and what to do about it. */
@Component({
  selector: 'kit-empty',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Mark],
  template: `
    <kit-mark [lit]="0" />
    <h2>{{ heading() }}</h2>
    <ng-content />
  `,
  styleUrl: './empty.css',
})
export class Empty {
  readonly heading = input.required<string>();
}
