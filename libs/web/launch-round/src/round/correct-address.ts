import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { form, FormField, FormRoot, required, schema } from '@angular/forms/signals';
import type { Problem } from '@facet/contract';
import { Control, LabelledField } from '@facet/web-kit';
import { errorsFrom } from './errors-from';
import { RoundStore } from './round-store';

const rules = schema<{ to: string }>((path) => {
  required(path.to, { message: 'Write the right address.' });
});

/**
 * Puts an address right: before the first mail, or after the mail server refused it, and then the invitation leaves anew. At once by the
 * coach; what the leader asks for waits for the coach's check.
 */
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
  /** An invitation has left already, for the address that was wrong. */
  readonly invited = input(true);

  /** The coach's name, where the leader asks and the coach decides. */
  readonly askedOf = input<string | null>(null);

  private readonly store = inject(RoundStore);
  private readonly typed = signal({ to: '' });

  protected readonly form = form(this.typed, rules, {
    submission: {
      action: async ({ to }) => errorsFrom(await this.correct(this.typed().to.trim()), () => to),
      onInvalid: ({ to }) => to().focusBoundControl(),
    },
  });

  private correct(to: string): Promise<Problem | null> {
    if (this.askedOf() !== null) return this.store.proposeAddress({ from: this.from(), to }, this.name());
    return this.store.correctAddress(
      { from: this.from(), to },
      this.invited()
        ? 'The address is corrected. The invitation leaves anew, and the link of the old mail is dead.'
        : `The address of ${this.name()} is corrected. Nothing has been sent yet.`,
    );
  }
}
