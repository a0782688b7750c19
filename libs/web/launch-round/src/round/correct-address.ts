import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { form, FormField, FormRoot, required, schema } from '@angular/forms/signals';
import { Control, LabelledField } from '@facet/web-kit';
import { errorsFrom } from './errors-from';
import { RoundStore } from './round-store';

const rules = schema<{ to: string }>((path) => {
  required(path.to, { message: 'Write the right address.' });
});

/** The coach puts right an address that the mail server refused; the invitation leaves anew. */
@Component({
  selector: 'facet-correct-address',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Control, FormField, FormRoot, LabelledField],
  templateUrl: './correct-address.html',
  styleUrl: './correct-address.css',
})
export class CorrectAddress {
  readonly name = input.required<string>();
  readonly from = input.required<string>();

  private readonly store = inject(RoundStore);
  private readonly typed = signal({ to: '' });

  protected readonly form = form(this.typed, rules, {
    submission: {
      action: async ({ to }) => errorsFrom(await this.store.correctAddress({ from: this.from(), to: this.typed().to.trim() }), () => to),
      onInvalid: ({ to }) => to().focusBoundControl(),
    },
  });
}
