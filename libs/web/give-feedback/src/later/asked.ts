import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';

/** Something final, asked twice: the first press unfolds what it means, the second does it. */
@Component({
  selector: 'facet-asked',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <details class="aside">
      <summary>{{ question() }}</summary>
      <p>{{ text() }}</p>
      <button type="button" class="kit-button kit-button-grave" [disabled]="busy()" (click)="confirmed.emit()">{{ answer() }}</button>
    </details>
  `,
})
export class Asked {
  readonly question = input.required<string>();
  readonly text = input.required<string>();
  readonly answer = input.required<string>();
  readonly busy = input(false);
  readonly confirmed = output();
}
