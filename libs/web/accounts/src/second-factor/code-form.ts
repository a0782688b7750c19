import { ChangeDetectionStrategy, Component, input, output, signal } from '@angular/core';
import { form, FormField, FormRoot, required, schema } from '@angular/forms/signals';
import { Control, LabelledField } from '@facet/web-kit';

const rules = schema<{ code: string }>((path) => {
  required(path.code, { message: 'Type the code.' });
});

/** One box for a code, and the button beside it. */
@Component({
  selector: 'facet-code-form',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Control, FormField, FormRoot, LabelledField],
  template: `
    <form [formRoot]="code">
      <kit-field [name]="name()" [label]="label()" [field]="code.code">
        <input
          kitControl
          [class.kit-digits]="digits()"
          [attr.inputmode]="digits() ? 'numeric' : 'text'"
          [autocomplete]="digits() ? 'one-time-code' : 'off'"
          autocapitalize="characters"
          spellcheck="false"
          [formField]="code.code"
        />
      </kit-field>
      <div class="kit-actions">
        <button class="kit-button" [disabled]="inFlight()">{{ action() }}</button>
        <ng-content />
      </div>
    </form>
  `,
  styleUrl: './code-form.css',
})
export class CodeForm {
  /** Unique on its page. */
  readonly name = input.required<string>();
  readonly label = input.required<string>();
  readonly action = input.required<string>();
  readonly inFlight = input(false);
  /** Six digits; otherwise a recovery code. */
  readonly digits = input(true);
  readonly entered = output<string>();

  private readonly typed = signal({ code: '' });
  protected readonly code = form(this.typed, rules, {
    submission: {
      action: async () => {
        this.entered.emit(this.typed().code.trim());
        return Promise.resolve();
      },
      onInvalid: (field) => field.code().focusBoundControl(),
    },
  });

  focus(): void {
    this.code.code().focusBoundControl();
  }

  clear(): void {
    this.code().reset({ code: '' });
  }
}
