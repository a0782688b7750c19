import { ChangeDetectionStrategy, Component, input, signal } from '@angular/core';
import type { Arrival } from '../arrival';
import { doorWords } from '../words/words';

/** The code from the mail or the printed card, for whoever's link did not survive the way. */
@Component({
  selector: 'facet-code-box',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form class="code" novalidate (submit)="open($event, box.value)">
      <label for="code">{{ words().codeLabel }}</label>
      <input
        #box
        id="code"
        class="kit-control"
        type="text"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        aria-describedby="code-wrong"
        [attr.aria-invalid]="wrong()"
      />
      <p id="code-wrong" role="alert" class="grave">{{ wrong() ? words().codeWrong : '' }}</p>
      <button type="submit" class="kit-button">{{ words().codeOpen }}</button>
    </form>
  `,
})
export class CodeBox {
  readonly arrival = input.required<Arrival>();
  protected readonly wrong = signal(false);
  protected readonly words = doorWords;

  protected open(event: Event, typed: string): void {
    event.preventDefault();
    this.wrong.set(!this.arrival().enter(typed));
  }
}
